// GET /statements, newest document first and then as in the text, or by the sort asked for; GET
// /statements/{id}.

import type { Store } from '../../store/index.ts';
import { filterOf, filterParameters } from '../filter.ts';
import { answerList, ndjson } from '../list.ts';
import { type Operation, operation } from '../operation.ts';
import { notFound } from '../problem.ts';
import { about, oneOf, paging } from '../query.ts';

export function statementOperations(store: Store): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/statements',
      id: 'listStatements',
      tag: 'Reading',
      summary: 'Statements of a filter, page by page.',
      query: {
        ...filterParameters,
        sort: about(
          'By publication, or most confident first.',
          oneOf('newest', 'oldest', 'confidence'),
        ),
        ...paging,
      },
      answers: {
        200: { about: 'A page of statements.', schema: 'statementList', mediaTypes: [ndjson] },
      },
      example: ({ entity }) => ({ query: { entity, sort: 'newest', limit: '5' } }),
      answer: ({ query, request, response }) => {
        const { sort, limit, cursor } = query;
        const asked = { ...filterOf(query), sort, limit, cursor };
        return answerList(request, response, asked, (each) => store.statements(each));
      },
    }),
    operation({
      method: 'get',
      path: '/statements/{id}',
      id: 'getStatement',
      tag: 'Reading',
      summary: 'One statement with its evidence.',
      answers: { 200: { about: 'The statement.', schema: 'statement' } },
      problems: [404],
      example: ({ statement }) => ({ id: statement }),
      answer: async ({ id, response }) => {
        const statement = await store.statement(id);
        if (!statement) throw notFound('statement', id);
        response.json(statement);
      },
    }),
  ];
}
