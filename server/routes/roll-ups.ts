// What statements come to when they are counted: GET /relations, /timeline, /facets, /stats; and GET
// /search over everything at once.

import type { Store } from '../../store/index.ts';
import { filterOf, filterParameters } from '../filter.ts';
import { answerList, ndjson } from '../list.ts';
import { type Operation, operation } from '../operation.ts';
import { about, flag, oneOf, paging, wholeNumber, words } from '../query.ts';

/** Words of a person as a search for their beginnings. */
const beginnings = (q: string): string =>
  q
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => (word.endsWith('*') ? word : `${word}*`))
    .join(' ');

export function rollUpOperations(store: Store): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/relations',
      id: 'listRelations',
      tag: 'Reading',
      summary: 'Who has to do with whom: pairs by quad or type with counts, first and last day.',
      query: {
        ...filterParameters,
        by: about('One relation per quad (where not given) or per type.', oneOf('quad', 'type')),
        withIds: about('With the ids of the statements.', flag()),
        ...paging,
      },
      answers: {
        200: { about: 'A page of relations.', schema: 'relationList', mediaTypes: [ndjson] },
      },
      example: ({ entity }) => ({ query: { entity, by: 'type', limit: '5' } }),
      answer: ({ query, request, response }) => {
        const { by, withIds, limit, cursor } = query;
        const asked = { ...filterOf(query), by, withIds, limit, cursor };
        return answerList(request, response, asked, (each) => store.relations(each));
      },
    }),
    operation({
      method: 'get',
      path: '/timeline',
      id: 'getTimeline',
      tag: 'Reading',
      summary: 'Counts and intensity of a filter by day, week or month.',
      query: {
        ...filterParameters,
        by: about('Month where not given.', oneOf('day', 'week', 'month')),
      },
      answers: { 200: { about: 'Periods in the order of time.', schema: 'timeline' } },
      example: ({ entity, other }) => ({ query: { pair: `${entity},${other}`, by: 'week' } }),
      answer: async ({ query, response }) => {
        const { by, date } = query;
        response.json(await store.timeline({ ...filterOf(query), date, by }));
      },
    }),
    operation({
      method: 'get',
      path: '/facets',
      id: 'getFacets',
      tag: 'Reading',
      summary: 'How many statements of a filter have each kind, type, quad, publisher and so on.',
      query: filterParameters,
      answers: { 200: { about: 'Counts by property.', schema: 'facets' } },
      example: ({ entity }) => ({ query: { entity } }),
      answer: async ({ query, response }) => {
        response.json(await store.facets(filterOf(query)));
      },
    }),
    operation({
      method: 'get',
      path: '/stats',
      id: 'getStats',
      tag: 'Reading',
      summary: 'How much is in the database.',
      answers: { 200: { about: 'Counts.', schema: 'stats' } },
      answer: async ({ response }) => {
        response.json(await store.stats());
      },
    }),
    operation({
      method: 'get',
      path: '/search',
      id: 'search',
      tag: 'Reading',
      summary: 'Actors, documents and statements by words.',
      query: {
        q: about('Words, or beginnings of words.', words(200)),
        limit: about('Items of each kind; 5 where not given.', wholeNumber(1, 50)),
      },
      answers: { 200: { about: 'The first of each kind.', schema: 'searchResults' } },
      example: () => ({ query: { q: 'China', limit: '3' } }),
      answer: async ({ query, response }) => {
        const { q = '', limit = 5 } = query;
        const found = beginnings(q);
        const [entities, documents, statements] = await Promise.all([
          store.entities({ q, limit }),
          store.documents({ q: found, limit }),
          store.statements({ q: found, limit }),
        ]);
        response.json({ entities, documents, statements });
      },
    }),
  ];
}
