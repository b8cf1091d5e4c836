// POST /import: a graph of another program, or of ours, as graphology JSON, GEXF or GraphML.

import { ImportError, importFormats, importGraph } from '../../graph/index.ts';
import type { ImportReport } from '../../schema/index.ts';
import { maximumUpload, mediaTypeOf, readBytes, unsupported } from '../body.ts';
import { sendReply } from '../idempotency.ts';
import { type Operation, operation } from '../operation.ts';
import { RequestProblem } from '../problem.ts';
import { about, oneOf, words } from '../query.ts';
import type { WritingOptions } from './submissions.ts';

const formatOf: Readonly<Record<string, (typeof importFormats)[number]>> = {
  'application/json': 'json',
  'application/gexf+xml': 'gexf',
  'application/graphml+xml': 'graphml',
};

const refused = (detail: string): RequestProblem =>
  new RequestProblem(422, detail, [{ pointer: '/body', detail }]);

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused('Expected a file in UTF-8, found other bytes.');
  }
}

/** Reads a graph; what is wrong with the file is 422. */
function graphIn(bytes: Uint8Array, format: (typeof importFormats)[number], name: string) {
  try {
    return importGraph(textOf(bytes), format, name);
  } catch (error) {
    if (error instanceof ImportError) throw refused(error.message);
    throw error;
  }
}

export function importOperations({ store, replies }: WritingOptions): Operation[] {
  return [
    operation({
      method: 'post',
      path: '/import',
      id: 'importGraph',
      tag: 'Exporting',
      summary: 'Reads a graph in; its edges become statements of a document of that name.',
      query: {
        format: about('By the type of the body where not given.', oneOf(...importFormats)),
        name: about('Title of the document; `imported graph` where not given.', words(200)),
      },
      headers: { 'Idempotency-Key': 'The same request with the same key is done once.' },
      body: {
        about: `A file of at most ${maximumUpload / 1_000_000} MB.`,
        content: {
          'application/json': null,
          'application/gexf+xml': null,
          'application/graphml+xml': null,
        },
        example: () => ({
          nodes: [
            { key: 'a', attributes: { label: 'Norland' } },
            { key: 'b', attributes: { label: 'Sudmark' } },
          ],
          edges: [{ source: 'a', target: 'b', attributes: { label: 'thanked' } }],
        }),
      },
      answers: { 200: { about: 'What became of it.', schema: 'importReport' } },
      problems: [413, 415, 422],
      answer: async ({ query, request, response }) => {
        const format = query.format ?? formatOf[mediaTypeOf(request)];
        if (!format) throw unsupported(request, Object.keys(formatOf).join(' or '));
        const bytes = await readBytes(request, maximumUpload);
        const reply = await replies.once(request, bytes, async () => {
          const { extraction, skipped } = graphIn(bytes, format, query.name ?? 'imported graph');
          const body: ImportReport = {
            document: extraction?.document.id ?? null,
            result: extraction ? await store.add(extraction) : 'nothing',
            entities: extraction?.entities.length ?? 0,
            statements: extraction?.statements.length ?? 0,
            skipped: [...skipped],
          };
          return { status: 200, headers: {}, body };
        });
        sendReply(response, reply);
      },
    }),
  ];
}
