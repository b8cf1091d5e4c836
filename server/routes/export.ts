// GET /export: the graph of a filter as a file, piece by piece, the same bytes as `whowhom export`. A large
// one is written by a thread of its own, where the store is a file.

import { type ExportFormatName, exportFormatNames, exportFormats } from '../../graph/index.ts';
import type { GraphView } from '../../schema/index.ts';
import type { Store } from '../../store/index.ts';
import { type AskedExport, exportInThread } from '../export-in-thread.ts';
import { exportSource } from '../export-source.ts';
import { filterOf, filterParameters } from '../filter.ts';
import { stream } from '../list.ts';
import { type Operation, operation } from '../operation.ts';
import { badQuery } from '../problem.ts';
import { about, oneOf } from '../query.ts';

const mediaTypes = [...new Set(exportFormatNames.map((name) => exportFormats[name].mediaType))];

/** Statements from which on a thread is worth its start, and threads at once; any more is written here. */
const large = 20_000;
const mostThreads = 2;

/** These go through the statements in the view of relations as well. */
const citing: ReadonlySet<ExportFormatName> = new Set(['jsonld', 'nquads', 'ftm']);

/** Megabytes that an export keeps at most: counts of entities, and where it needs them the ids of statements. */
async function heapOf(store: Store, { format, view }: AskedExport): Promise<number> {
  const { entities, statements } = await store.stats();
  const listed = view === 'statements' || citing.has(format) ? statements : 0;
  return Math.ceil(44 + (entities * 400 + listed * 500) / 1_000_000);
}

/** `database` is the path of the store's file; null: everything is written by this thread. */
function exporter(store: Store, database: string | null) {
  let threads = 0;
  return async function* (asked: AskedExport): AsyncGenerator<string | Uint8Array, void, void> {
    const { format, view, filter } = asked;
    const isLarge = async (): Promise<boolean> =>
      (await store.statements({ ...filter, limit: 1 })).total >= large;
    if (database === null || !(await isLarge()) || threads >= mostThreads) {
      yield* exportFormats[format].write(await exportSource(store, filter, view));
      return;
    }
    threads += 1;
    try {
      yield* exportInThread({ ...asked, database }, await heapOf(store, asked));
    } finally {
      threads -= 1;
    }
  };
}

export function exportOperations(store: Store, database: string | null): Operation[] {
  const written = exporter(store, database);
  return [
    operation({
      method: 'get',
      path: '/export',
      id: 'exportGraph',
      tag: 'Exporting',
      summary: 'The graph of a filter as a file, in one of ten formats.',
      query: {
        ...filterParameters,
        format: about('json where not given.', oneOf(...exportFormatNames)),
        view: about(
          'One edge a statement (where not given), or one a pair and quad.',
          oneOf('statements', 'relations'),
        ),
      },
      answers: { 200: { about: 'The file.', mediaTypes } },
      example: ({ entity }) => ({ query: { format: 'gexf', view: 'relations', entity } }),
      answer: async ({ query, request, response }) => {
        const { format = 'json', view = 'statements' } = query;
        const { views, mediaType, extension } = exportFormats[format];
        if (!(views as readonly GraphView[]).includes(view)) {
          const detail = `view: expected ${views.join(' or ')} for the format ${format}, found "${view}".`;
          throw badQuery([{ pointer: '/query/view', detail }]);
        }
        response.attachment(`whowhom-${view}.${extension}`).type(mediaType);
        if (request.method === 'HEAD') {
          response.end();
          return;
        }
        await stream(response, written({ format, view, filter: filterOf(query) }));
      },
    }),
  ];
}
