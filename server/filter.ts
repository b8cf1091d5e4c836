// The filter of statements as query parameters, the same for every operation that counts, lists or
// draws them. All conditions given must hold; of a list of values one.

import type { StatementFilter } from '../store/index.ts';
import {
  about,
  day,
  flag,
  identifierOf,
  identifiersOf,
  listOf,
  matching,
  oneOf,
  oneOfNumbers,
  readParameters,
  share,
  type Values,
  words,
} from './query.ts';

const code = (example: string) => matching(/^[A-Z]{3}$/, `three capitals such as ${example}`);
const entityType = oneOf('country', 'person', 'organization', 'group', 'place', 'other');
const speaker = {
  ...identifierOf('en'),
  expected: 'an id such as en_ and 24 hexadecimal digits, or author',
  schema: { type: 'string', pattern: '^(author|en_[0-9a-f]{24})$' },
  read: (value: string) => (value === 'author' ? value : identifierOf('en').read(value)),
};

export const filterParameters = {
  entity: about('Source or target.', listOf(identifierOf('en'))),
  source: about('Who acts.', listOf(identifierOf('en'))),
  target: about('Whom it is done to.', listOf(identifierOf('en'))),
  pair: about('Between these two, in either direction.', identifiersOf('en', 2, 2)),
  document: about('Written in this document.', listOf(identifierOf('doc'))),
  ids: about('These statements.', identifiersOf('st', 1, 500)),
  kind: about('Kind of statement.', listOf(oneOf('event', 'stance', 'role'))),
  type: about(
    'Type of the event, or `none` for statements without one.',
    listOf(matching(/^[A-Za-z0-9_ :.-]{1,60}$/, 'a type such as CONSULT, or none')),
  ),
  quad: about(
    '1 verbal and 2 material cooperation, 3 verbal and 4 material conflict, 0 unclassed.',
    listOf(oneOfNumbers(0, 1, 2, 3, 4)),
  ),
  polarity: about('Said or denied.', listOf(oneOf('positive', 'negative'))),
  modality: about(
    'Whether it is said to have happened.',
    listOf(oneOf('actual', 'future', 'hypothetical', 'demanded', 'threatened')),
  ),
  speaker: about('Who says it: an actor, or `author` for the article itself.', listOf(speaker)),
  publisher: about(
    'Exact name of the publisher; in quotes where it has a comma.',
    listOf(words(200)),
  ),
  place: about('Where it happened: id of an entity, or the words.', listOf(words(200))),
  country: about('Country of source or target, ISO 3166-1 alpha-3.', listOf(code('CHN'))),
  sector: about('PLOVER sector of source or target.', listOf(code('GOV'))),
  actorType: about('Type of source or target.', listOf(entityType)),
  from: about('First day.', day()),
  to: about('Last day.', day()),
  date: about(
    'Which day `from` and `to` mean: of publication (where not given) or of the event.',
    oneOf('event', 'published'),
  ),
  confidence: about('The least confidence.', share()),
  q: about('Words that all stand in the sentence; `word*` is the beginning of one.', words(200)),
  rejected: about('True: only statements that a person rejected.', flag()),
  duplicates: about('True: those of syndicated copies as well.', flag()),
};

export const entityTypes = listOf(entityType);
export const countries = listOf(code('CHN'));
export const sectors = listOf(code('GOV'));

type FilterValues = Values<typeof filterParameters>;

const names = Object.keys(filterParameters) as (keyof FilterValues)[];

/** The part of a query that is the filter; what was not asked for is not in it. */
export function filterOf(query: FilterValues): StatementFilter {
  const given = names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]]));
  return Object.fromEntries(given);
}

/** Whether a filter lets every statement through that counts. */
export const isEmptyFilter = (filter: StatementFilter): boolean => Object.keys(filter).length === 0;

/**
 * A filter as it stands in an address, such as `country=CHN&from=2024-01-01`. Throws an error whose
 * message names every parameter that is wrong.
 */
export function readFilter(query: string): StatementFilter {
  return filterOf(readParameters(query, filterParameters));
}
