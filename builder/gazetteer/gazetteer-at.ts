// The names that hold for one document: the user's gazetteer on the day it was published, before
// the built-in one. The longer name wins; of two of one length the user's.

import {
  builtInGazetteer,
  type Form,
  type Gazetteer,
  type KnownEntity,
  type KnownRole,
} from '../lexicon/index.ts';
import type { Actor } from './join-rows.ts';
import { nameKey, plainName, wordEnds } from './name-key.ts';
import { type OwnForm, type OwnGazetteer, strongest } from './own-gazetteer.ts';
import { type Affiliation, isDated, type RowRole } from './row.ts';

/** Whether a day (YYYY-MM-DD) lies in a time, both ends in it; dates may be short. */
function holds({ from, to }: Affiliation, day: string): boolean {
  return (!from || from <= day) && (!to || day.slice(0, to.length) <= to);
}

/** The affiliations that hold: dated ones on that day, else those without a date. */
function current(affiliations: readonly Affiliation[], day: string | null): readonly Affiliation[] {
  const dated = affiliations.filter((each) => isDated(each) && day !== null && holds(each, day));
  return dated.length > 0 ? dated : affiliations.filter((each) => !isDated(each));
}

const only = <T>(values: readonly T[]): T | null =>
  new Set(values).size === 1 ? (values[0] as T) : null;

/** Without a date only what is so at any time: the sectors of all affiliations together. */
function sectorsOf({ sectors, affiliations }: Actor, day: string | null): string[] {
  const sometimes = affiliations.some(isDated);
  const found =
    day === null && sometimes
      ? (affiliations[0]?.sectors ?? []).filter((sector) =>
          affiliations.every((each) => each.sectors.includes(sector)),
        )
      : current(affiliations, day).flatMap((each) => each.sectors);
  return [...new Set([...sectors, ...found])].sort();
}

function countryOf({ country, affiliations }: Actor, day: string | null): string | null {
  const countries = (some: readonly Affiliation[]): string[] =>
    some.flatMap((each) => each.country ?? []);
  const now = day === null ? [] : countries(current(affiliations, day));
  return country ?? now[0] ?? only(countries(affiliations));
}

/** The key of what a role is in: a country by code, an actor of the user, or what is built in. */
function keyOf(of: string | null, own: OwnGazetteer): string | null {
  if (of === null) return null;
  if (builtInGazetteer.entity(`country:${of}`)) return `country:${of}`;
  const forms = strongest(own.forms.get(nameKey(of)) ?? []);
  if (forms.length === 1 && forms[0]) return forms[0].actor.key;
  const form = builtInGazetteer.match(of, 0);
  return form?.text.length === of.length ? form.entity.key : `gazetteer:${nameKey(of)}`;
}

const roleOf = ({ title, of, from, to }: RowRole, own: OwnGazetteer): KnownRole => ({
  title,
  of: keyOf(of, own),
  from,
  to,
});

function knownOf(actor: Actor, own: OwnGazetteer, day: string | null): KnownEntity {
  const builtIn = builtInGazetteer.entity(actor.key);
  const sectors = sectorsOf(actor, day);
  const speaksItself = actor.rows.some((row) => !row.anyCase);
  return {
    key: actor.key,
    type: builtIn?.type === 'country' ? 'country' : (actor.type ?? builtIn?.type ?? 'other'),
    name: builtIn && !speaksItself ? builtIn.name : actor.name,
    country: countryOf(actor, day) ?? builtIn?.country ?? null,
    sectors: sectors.length > 0 ? sectors : (builtIn?.sectors ?? []),
    wikidata: actor.wikidata,
    roles: actor.roles.map((role) => roleOf(role, own)),
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
  const then = strong.filter(({ actor }) =>
    actor.affiliations.some((each) => isDated(each) && holds(each, day)),
  );
  return then.length === 1 ? (then[0] ?? null) : null;
}

/** The gazetteer of a document published on that day, YYYY-MM-DD or longer; null: not known when. */
export function gazetteerAt(own: OwnGazetteer | null, published: string | null): Gazetteer {
  if (!own) return builtInGazetteer;
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
      const forms = own.forms.get(nameKey(passage)) ?? [];
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
      const builtIn = builtInGazetteer.match(text, start);
      const sameKey = found && builtIn?.entity.key === found.entity.key;
      const longer = builtIn && builtIn.text.length > (found?.text.length ?? 0);
      if (!builtIn || (found && !longer && !sameKey)) return found;
      return sameKey && found.text.length > builtIn.text.length
        ? found
        : { ...builtIn, entity: entity(builtIn.entity.key) ?? builtIn.entity };
    },
    entity,
    agentSector: (noun) => own.agents.get(noun) ?? builtInGazetteer.agentSector(noun),
  };
}
