// GET /entities, most statements first; GET /entities/{id}, with partners and activity.

import type { Store } from '../../store/index.ts';
import { partnersOf } from '../actors.ts';
import { countries, entityTypes, sectors } from '../filter.ts';
import { answerList, ndjson } from '../list.ts';
import { type Operation, operation } from '../operation.ts';
import { notFound } from '../problem.ts';
import { about, paging, text } from '../query.ts';

export function entityOperations(store: Store): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/entities',
      id: 'listEntities',
      tag: 'Reading',
      summary: 'Actors by the beginning of a name or alias, most statements first.',
      query: {
        q: about('Beginning of a word, or of several in a row, of a name or alias.', text(200)),
        type: about('Type of entity.', entityTypes),
        country: about('Country, ISO 3166-1 alpha-3.', countries),
        sector: about('PLOVER sector.', sectors),
        ...paging,
      },
      answers: {
        200: { about: 'A page of entities.', schema: 'entityList', mediaTypes: [ndjson] },
      },
      example: () => ({ query: { q: 'Chi', type: 'country,person', limit: '10' } }),
      answer: ({ query, request, response }) =>
        answerList(request, response, query, (each) => store.entities(each)),
    }),
    operation({
      method: 'get',
      path: '/entities/{id}',
      id: 'getEntity',
      tag: 'Reading',
      summary: 'One actor with its roles, aliases, partners and activity over time.',
      answers: { 200: { about: 'The actor.', schema: 'entityDetail' } },
      problems: [404],
      example: ({ entity }) => ({ id: entity }),
      answer: async ({ id, response }) => {
        const summary = await store.entity(id);
        if (!summary) throw notFound('entity', id);
        const entity = summary.entity.id;
        const partners = await partnersOf(store, entity, 20);
        const activity = await store.timeline({ entity, by: 'month' });
        response.json({ ...summary, partners, activity });
      },
    }),
  ];
}
