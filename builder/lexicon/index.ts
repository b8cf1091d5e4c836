// Word lists as data. Each JSON file beside this one names its source and licence.

import acts from './acts.json' with { type: 'json' };
import agentNouns from './agent-nouns.json' with { type: 'json' };
import bodies from './bodies.json' with { type: 'json' };
import contexts from './contexts.json' with { type: 'json' };
import countries from './countries.json' with { type: 'json' };
import {
  type Form,
  type FormKind,
  type Gazetteer,
  gazetteerOf,
  type KnownEntity,
} from './gazetteer.ts';
import givenNames from './given-names.json' with { type: 'json' };
import governments from './governments.json' with { type: 'json' };
import { readFor } from './namesakes.ts';
import organizations from './organizations.json' with { type: 'json' };
import peoples from './peoples.json' with { type: 'json' };
import plover from './plover.json' with { type: 'json' };

export { type ActorCode, isCountryCode, isSector, readActorCode } from './cameo-codes.ts';
export {
  type ActEntry,
  type ContextEntry,
  checkOntology,
  type OntologyEntry,
} from './check-ontology.ts';
export type { Form, FormKind, Gazetteer, KnownEntity, KnownRole } from './gazetteer.ts';
export { titleAround, titleBefore, titleSectors, titleText } from './titles.ts';

function forms(kind: FormKind, texts: readonly string[], entity: KnownEntity): Form[] {
  return texts.map((text) => ({ text: text.replace(/^the /, ''), kind, entity }));
}

const countryEntities = new Map<string, KnownEntity>(
  countries.entries.map((entry) => [
    entry.iso3166,
    {
      key: `country:${entry.iso3166}`,
      type: 'country',
      name: entry.name,
      country: entry.iso3166,
      sectors: [],
    },
  ]),
);

const organizationEntities = new Map<string, KnownEntity>(
  organizations.entries.map((entry) => [
    entry.name,
    {
      key: `organization:${entry.name}`,
      type: entry.type as KnownEntity['type'],
      name: entry.display,
      country: entry.country,
      sectors: entry.sectors,
    },
  ]),
);

const peopleOf = (name: string, display: string): KnownEntity => ({
  key: `people:${name}`,
  type: 'group',
  name: display,
  country: null,
  sectors: [],
});

function* everyForm(): Iterable<Form> {
  for (const entry of countries.entries) {
    const entity = countryEntities.get(entry.iso3166);
    if (!entity) continue;
    yield* forms('name', entry.names, entity);
    yield* forms('adjective', entry.adjectives, entity);
    if (entry.capital && !entry.names.includes(entry.capital)) {
      yield* forms('capital', [entry.capital], entity);
    }
  }
  for (const entry of organizations.entries) {
    const entity = organizationEntities.get(entry.name);
    if (entity) yield* forms('name', entry.forms, entity);
  }
  for (const { name, display, forms: written } of peoples.entries) {
    yield* forms('name', written, peopleOf(name, display));
  }
  const organizationsByName = new Map(
    [...organizationEntities].flatMap(([name, entity]) => [
      [name, entity] as const,
      [entity.name, entity] as const,
    ]),
  );
  for (const entry of governments.entries) {
    const entity = entry.iso3166
      ? countryEntities.get(entry.iso3166)
      : organizationsByName.get(entry.organization ?? '');
    if (entity) yield* forms('government', entry.forms, entity);
  }
}

/** Agent nouns, singular and plural, with their PLOVER sector: police → COP. */
export const agentSectors: ReadonlyMap<string, string> = new Map(
  agentNouns.entries.flatMap((entry) =>
    [entry.noun, entry.plural].flatMap((noun) => (noun ? [[noun, entry.sector] as const] : [])),
  ),
);

/** Nouns that name a body of people: "army", "company". */
export const bodyNouns: ReadonlySet<string> = new Set(bodies.entries);

/** Given names, lower case without accents, that nearly always are of one gender. */
export const givenNameGenders: ReadonlyMap<string, 'female' | 'male'> = new Map(
  (['female', 'male'] as const).flatMap((gender) =>
    givenNames[gender].split(' ').map((name) => [name, gender] as const),
  ),
);
/** Countries, governments and organizations that are known by name, and agent nouns. */
export const builtInGazetteer = gazetteerOf(everyForm(), agentSectors);

/** The same as it holds for one text, where "Congo" is the country that the text speaks of. */
export const builtInFor = (text: string): Gazetteer => readFor(text, builtInGazetteer);

export interface Act {
  readonly lemma: string;
  readonly type: string | null;
  readonly mode: string | null;
  readonly reciprocal: boolean;
}

const actsOf = (pos: string): ReadonlyMap<string, Act> =>
  new Map(acts.entries.filter((act) => act.pos === pos).map((act) => [act.lemma, act]));

/** Verbs of political action by lemma, some with particle or object: "call on". */
export const verbActs = actsOf('VERB');

/** Nouns of political action by singular and plural: "invasion", "talks". */
export const nounActs = actsOf('NOUN');

export interface EventType {
  readonly type: string;
  readonly quad: number;
  readonly intensity: number;
  readonly modes: Readonly<Record<string, number>>;
}

/** The sixteen event types of PLOVER 2.0. */
export const eventTypes: ReadonlyMap<string, EventType> = new Map(
  plover.entries.map((entry) => [
    entry.type,
    { ...entry, modes: entry.modes as unknown as Readonly<Record<string, number>> },
  ]),
);

/** Contexts of PLOVER 2.0 by the lemma, or the two or three lemmas, that tell them. */
export const contextWords: ReadonlyMap<string, readonly string[]> = new Map(
  contexts.entries
    .flatMap(({ words }) => words)
    .map((word) => [
      word,
      contexts.entries.filter(({ words }) => words.includes(word)).map(({ context }) => context),
    ]),
);
