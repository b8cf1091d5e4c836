// The names that hold for one document: the user's gazetteer on the day it was published, before
// the built-in one. The longer name wins; of two of one length the user's.

import {
  builtInFor,
  builtInGazetteer,
  type Form,
  type Gazetteer,
  type KnownEntity,
  type KnownRole,
} from '../lexicon/index.ts';
import { type Actor, nameOf, said } from './join-rows.ts';
import { nameKey, plainName, wordEnds } from './name-key.ts';
import { formsOf, type OwnForm, type OwnGazetteer, strongest } from './own-gazetteer.ts';
import { isDated, type RowRole } from './row.ts';

/** Whether a day (YYYY-MM-DD) lies in the time of a role, both ends in it; dates may be short. */
function holds({ from, to }: RowRole, day: string): boolean {
  return (!from || from <= day) && (!to || day.slice(0, to.length) <= to);
}

const rolesOf = (actor: Actor): readonly RowRole[] => actor.rows.flatMap((row) => row.roles);

const heldOn = (actor: Actor, day: string): boolean =>
  rolesOf(actor).some((role) => isDated(role) && holds(role, day));

/** The roles with sectors that count: dated ones that hold on the day, else those without a date. */
function current(actor: Actor, day: string | null): readonly RowRole[] {
  const roles = rolesOf(actor).filter((role) => role.sectors);
  const dated = roles.filter((role) => isDated(role) && day !== null && holds(role, day));
  return dated.length > 0 ? dated : roles.filter((role) => !isDated(role));
}

/** Without a date only what is so at any time: the sectors that all roles have. */
function sectorsOf(actor: Actor, day: string | null): string[] {
  const roles = rolesOf(actor).filter((role) => role.sectors);
  const found =
    day === null && roles.some(isDated)
      ? (roles[0]?.sectors ?? []).filter((sector) =>
          roles.every((role) => role.sectors?.includes(sector)),
        )
      : current(actor, day).flatMap((role) => role.sectors ?? []);
  return [...new Set([...actor.rows.flatMap((row) => row.sectors), ...found])].sort();
}

function countryOf(actor: Actor, day: string | null): string | null {
  const countries = (roles: readonly RowRole[]): string[] =>
    roles.flatMap((role) => role.country ?? []);
  const [now] = day === null ? [] : countries(current(actor, day));
  const ever = new Set(countries(rolesOf(actor)));
  return said(actor, 'country') ?? now ?? (ever.size === 1 ? ([...ever][0] ?? null) : null);
}

/** The key of what a role is in: a country by code, an actor of the user, or what is built in. */
function keyOf(of: string | undefined, own: OwnGazetteer): string | null {
  if (of === undefined) return null;
  if (builtInGazetteer.entity(`country:${of}`)) return `country:${of}`;
  const forms = strongest(formsOf(own, nameKey(of)));
  if (forms.length === 1 && forms[0]) return forms[0].actor.key;
  const form = builtInGazetteer.match(of, 0);
  return form?.text.length === of.length ? form.entity.key : `gazetteer:${nameKey(of)}`;
}

/** The roles that have a title; the codes of a dictionary have none. */
function knownRoles(actor: Actor, own: OwnGazetteer): KnownRole[] {
  const roles = rolesOf(actor).flatMap(({ title, of, from, to }) =>
    title ? [{ title, of: keyOf(of, own), from: from ?? null, to: to ?? null }] : [],
  );
  return [...new Map(roles.map((role) => [JSON.stringify(role), role])).values()];
}

function knownOf(actor: Actor, own: OwnGazetteer, day: string | null): KnownEntity {
  const builtIn = builtInGazetteer.entity(actor.key);
  const sectors = sectorsOf(actor, day);
  const speaksItself = actor.rows.some((row) => !row.anyCase);
  return {
    key: actor.key,
    type:
      builtIn?.type === 'country' ? 'country' : (said(actor, 'type') ?? builtIn?.type ?? 'other'),
    name: builtIn && !speaksItself ? builtIn.name : nameOf(actor),
    country: countryOf(actor, day) ?? builtIn?.country ?? null,
    sectors: sectors.length > 0 ? sectors : (builtIn?.sectors ?? []),
    wikidata: said(actor, 'wikidata'),
    roles: knownRoles(actor, own),
  };
}

/** Whether a passage is written as the form is: capitals matter, but a headline may be all in them. */
function writtenAs(form: OwnForm, passage: string): boolean {
  const plain = plainName(passage);
  if (plain === form.plain) return true;
  if (form.anyCase) return !/^\p{Ll}/u.test(passage);
  return plain.includes(' ') && plain === form.plain.toUpperCase();
}

/** The one form that is meant; null where two actors share the name and the day does not tell. */
function meant(forms: readonly OwnForm[], day: string | null): OwnForm | null {
  const strong = strongest(forms);
  if (strong.length < 2) return strong[0] ?? null;
  if (day === null) return null;
  const then = strong.filter(({ actor }) => heldOn(actor, day));
  return then.length === 1 ? (then[0] ?? null) : null;
}

/**
 * The gazetteer of a document published on that day, YYYY-MM-DD or longer; null: not known when. Of its
 * text the built-in names need to know which country some of them are of.
 */
export function gazetteerAt(
  own: OwnGazetteer | null,
  published: string | null,
  text = '',
): Gazetteer {
  const builtIn = builtInFor(text);
  if (!own) return builtIn;
  const day = published?.slice(0, 10) ?? null;
  const known = new Map<string, KnownEntity>();
  const entity = (key: string): KnownEntity | null => {
    const actor = own.actors.get(key);
    if (!actor) return builtInGazetteer.entity(key);
    const found = known.get(key) ?? knownOf(actor, own, day);
    known.set(key, found);
    return found;
  };
  const ownMatch = (text: string, start: number): Form | null => {
    const [firstEnd] = wordEnds(text, start, 1);
    const longest = firstEnd && own.longest.get(nameKey(text.slice(start, firstEnd)));
    if (!longest) return null;
    for (const end of wordEnds(text, start, longest).reverse()) {
      const passage = text.slice(start, end);
      const forms = formsOf(own, nameKey(passage));
      const form = meant(
        forms.filter((each) => writtenAs(each, passage)),
        day,
      );
      if (!form) continue;
      const dot = form.dotted && text.charAt(end) === '.' ? '.' : '';
      const of = entity(form.actor.key);
      if (of) return { text: passage + dot, kind: 'name', entity: of };
    }
    return null;
  };
  return {
    match(text, start) {
      const found = ownMatch(text, start);
      const known = builtIn.match(text, start);
      const sameKey = found && known?.entity.key === found.entity.key;
      const longer = known && known.text.length > (found?.text.length ?? 0);
      if (!known || (found && !longer && !sameKey)) return found;
      return sameKey && found.text.length > known.text.length
        ? found
        : { ...known, entity: entity(known.entity.key) ?? known.entity };
    },
    entity,
    agentSector: (noun) => own.agents.get(noun) ?? builtInGazetteer.agentSector(noun),
  };
}
