// GET /documents, newest first; GET /documents/{id}, with its text; GET /documents/{id}/marks, what is
// to be highlighted in it.

import type { Mark, Statement } from '../../schema/index.ts';
import type { Store } from '../../store/index.ts';
import { answerList, ndjson } from '../list.ts';
import { type Operation, operation } from '../operation.ts';
import { notFound } from '../problem.ts';
import { about, day, identifierOf, listOf, paging, words } from '../query.ts';

const parameters = {
  q: about(
    'Words of title, description or publisher; `word*` is the beginning of one.',
    words(200),
  ),
  url: about('The address it was read from.', words(2000)),
  publisher: about('Exact name of the publisher.', listOf(words(200))),
  from: about('First day of publication.', day()),
  to: about('Last day of publication.', day()),
  duplicateOf: about('Copies of this document.', identifierOf('doc')),
  ...paging,
};

function marksOf({ id, evidence, source, relation, target }: Statement): Mark[] {
  const span = (part: Mark['part'], { start, end }: { start: number; end: number }): Mark => ({
    start,
    end,
    part,
    statement: id,
  });
  return [
    span('evidence', evidence),
    span('source', source),
    span('relation', relation),
    ...(target ? [span('target', target)] : []),
  ];
}

/** Every statement of a document, whatever became of it as a copy. */
async function statementsOf(store: Store, document: string): Promise<Statement[]> {
  const all: Statement[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.statements({ document, duplicates: true, limit: 1000, cursor });
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return all;
}

export function documentOperations(store: Store): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/documents',
      id: 'listDocuments',
      tag: 'Reading',
      summary: 'Documents, newest first.',
      query: parameters,
      answers: {
        200: { about: 'A page of documents.', schema: 'documentList', mediaTypes: [ndjson] },
      },
      example: () => ({ query: { limit: '5' } }),
      answer: ({ query, request, response }) =>
        answerList(request, response, query, (each) => store.documents(each)),
    }),
    operation({
      method: 'get',
      path: '/documents/{id}',
      id: 'getDocument',
      tag: 'Reading',
      summary: 'One document with its text.',
      answers: { 200: { about: 'The document.', schema: 'document' } },
      problems: [404],
      example: ({ document }) => ({ id: document }),
      answer: async ({ id, response }) => {
        const document = await store.document(id);
        if (!document) throw notFound('document', id);
        response.json(document);
      },
    }),
    operation({
      method: 'get',
      path: '/documents/{id}/marks',
      id: 'getDocumentMarks',
      tag: 'Reading',
      summary: 'The spans of a document that statements stand in.',
      answers: { 200: { about: 'The marks, in the order of the text.', schema: 'markList' } },
      problems: [404],
      example: ({ document }) => ({ id: document }),
      answer: async ({ id, response }) => {
        if (!(await store.document(id))) throw notFound('document', id);
        const marks = (await statementsOf(store, id)).flatMap(marksOf);
        marks.sort((a, b) => a.start - b.start || b.end - a.end);
        response.json({ document: id, items: marks });
      },
    }),
  ];
}
