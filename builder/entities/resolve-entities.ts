// Mentions → entities: who is who inside one document. The id of an entity is the hash of its
// identity key, so the same country or full name has the same id in every document.

import {
  type Alias,
  type Document,
  type Entity,
  identifier,
  type Mention,
  type Role,
  type UnlinkedMention,
} from '../../schema/index.ts';
import { type Gazetteer, type KnownEntity, titleSectors } from '../lexicon/index.ts';
import type { ReadSentence } from '../network/index.ts';
import type { Judge } from './antecedent-network.ts';
import { linkMentions } from './link-mentions.ts';
import { isWriter, writerName } from './writers.ts';

export interface Resolved {
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
}

type Group = { readonly key: string; readonly members: UnlinkedMention[] };

const idOf = (key: string): string => identifier('en', [key]);

/** The mentions that an entity is best told by: its names, or descriptions where it has none. */
function telling(members: readonly UnlinkedMention[]): readonly UnlinkedMention[] {
  const named = members.filter(({ kind }) => kind === 'named');
  return named.length > 0 ? named : members.filter(({ kind }) => kind === 'nominal');
}

function aliasesOf(members: readonly UnlinkedMention[], text: string): Alias[] {
  const counts = new Map<string, number>();
  for (const member of telling(members)) {
    const form = text.slice(member.start, member.end).replace(/\s+/g, ' ');
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts]
    .map(([form, count]) => ({ text: form, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

function rolesOf(members: readonly UnlinkedMention[]): Role[] {
  const roles = new Map<string, Role>();
  for (const { title, of } of members) {
    if (!title || /^(?:mr|mrs|ms|miss|dr)\b/.test(title)) continue;
    roles.set(`${title}|${of}`, { title, of: of ? idOf(of) : null, from: null, to: null });
  }
  return [...roles.values()];
}

function knownRoles(known: KnownEntity | null): Role[] {
  return (known?.roles ?? []).map((role) => ({ ...role, of: role.of ? idOf(role.of) : null }));
}

/** The type that most mentions have; a title makes a person, whatever else was read. */
function typeOf(members: readonly UnlinkedMention[]): Entity['type'] {
  if (members.some((member) => member.title)) return 'person';
  const counts = new Map<Entity['type'], number>();
  const told = telling(members);
  for (const { type } of told.length > 0 ? told : members) {
    if (type !== 'other') counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return most?.[0] ?? 'other';
}

const longestName = (members: readonly UnlinkedMention[]): string =>
  telling(members).reduce((best, each) => (each.name.length > best.length ? each.name : best), '');

function describe(
  { key, members }: Group,
  { text, author }: Document,
  gazetteer: Gazetteer,
): Entity {
  const known = gazetteer.entity(key);
  const country =
    members.find((member) => member.of?.startsWith('country:'))?.of ??
    /^description:(country:[^/]+)/.exec(key)?.[1];
  const sectors = members
    .flatMap((member) => titleSectors.get(member.title ?? '') ?? member.sector ?? [])
    .filter((sector) => sector !== 'UNK');
  return {
    id: idOf(key),
    type: !known || known.type === 'other' ? typeOf(members) : known.type,
    name: isWriter(key) ? writerName(key, author) : (known?.name ?? longestName(members)),
    aliases: aliasesOf(members, text),
    identifiers: {
      ...(known?.type === 'country' && { iso3166: known.country ?? '' }),
      ...(known?.wikidata && { wikidata: known.wikidata }),
    },
    country: known ? known.country : (country?.slice('country:'.length) ?? null),
    sectors: known ? [...known.sectors] : [...new Set(sectors)].sort(),
    roles: [...knownRoles(known), ...rolesOf(members)],
  };
}

/** Groups the mentions of a document into entities; who is not known belongs to none. */
export function resolveEntities(
  document: Document,
  sentences: readonly ReadSentence[],
  mentions: readonly UnlinkedMention[],
  gazetteer: Gazetteer,
  judge?: Judge,
): Resolved {
  const keys = linkMentions(document, sentences, mentions, gazetteer, judge);
  const groups = new Map<string, Group>();
  mentions.forEach((mention, index) => {
    const key = keys[index];
    if (!key) return;
    const group = groups.get(key) ?? { key, members: [] };
    group.members.push(mention);
    groups.set(key, group);
  });
  const entities = [...groups.values()].map((group) => describe(group, document, gazetteer));
  const types = new Map(entities.map((entity) => [entity.id, entity.type]));
  const linked = mentions.flatMap((mention, index): Mention[] => {
    const key = keys[index];
    if (!key) return [];
    const entity = idOf(key);
    const type = types.get(entity) ?? mention.type;
    const { sentence, start, end, kind } = mention;
    // A name taken for a place that is somebody's: "to reinstate Bazoum".
    const misread = mention.type === 'place' && !/^(?:place|country)$/.test(type);
    const role = misread && mention.role === 'place' ? 'actor' : mention.role;
    return [{ entity, sentence, start, end, kind, type, role }];
  });
  return { entities: entities.sort((a, b) => (a.id < b.id ? -1 : 1)), mentions: linked };
}
