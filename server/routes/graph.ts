// GET /graph: the graph of a filter, or what one entity takes part in, heaviest edges first. How many
// are shown of how many stands in the attributes of the graph.

import type { Store } from '../../store/index.ts';
import { filterOf, filterParameters } from '../filter.ts';
import { keptGraphs } from '../kept-graphs.ts';
import { type Operation, operation } from '../operation.ts';
import { notFound } from '../problem.ts';
import { about, identifierOf, oneOf, oneOfNumbers, wholeNumber } from '../query.ts';

const { entity: _, ...conditions } = filterParameters;

export function graphOperations(store: Store): Operation[] {
  const graphText = keptGraphs(store);
  return [
    operation({
      method: 'get',
      path: '/graph',
      id: 'getGraph',
      tag: 'Reading',
      summary: 'The graph of a filter, in the form of graphology.',
      query: {
        ...conditions,
        view: about(
          'One edge a pair and quad (where not given), or one a statement.',
          oneOf('relations', 'statements'),
        ),
        entity: about('What this entity takes part in.', identifierOf('en')),
        depth: about(
          '2: with what the partners of the entity have to do with each other.',
          oneOfNumbers(1, 2),
        ),
        limit: about('Edges at most; 2,000 where not given.', wholeNumber(1, 100_000)),
      },
      answers: { 200: { about: 'The graph.', schema: 'graph' } },
      problems: [404],
      example: ({ entity }) => ({ query: { entity, depth: '1', limit: '50' } }),
      answer: async ({ query, response }) => {
        const { view = 'relations', entity, depth = 1, limit = 2000, ...rest } = query;
        const found = entity === undefined ? null : await store.entity(entity);
        if (entity !== undefined && !found) throw notFound('entity', entity);
        const filter = filterOf(rest);
        const text = await graphText({ view, filter, entity: found?.entity.id, depth, limit });
        response.type('application/json').send(text);
      },
    }),
  ];
}
