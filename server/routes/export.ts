// GET /export: the graph of a filter as a file, piece by piece, the same bytes as `whowhom export`.

import { exportFormatNames, exportFormats } from '../../graph/index.ts';
import type { GraphView } from '../../schema/index.ts';
import type { Store } from '../../store/index.ts';
import { exportSource } from '../export-source.ts';
import { filterOf, filterParameters } from '../filter.ts';
import { stream } from '../list.ts';
import { type Operation, operation } from '../operation.ts';
import { badQuery } from '../problem.ts';
import { about, oneOf } from '../query.ts';

const mediaTypes = [...new Set(exportFormatNames.map((name) => exportFormats[name].mediaType))];

export function exportOperations(store: Store): Operation[] {
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
        const { views, mediaType, extension, write } = exportFormats[format];
        if (!(views as readonly GraphView[]).includes(view)) {
          const detail = `view: expected ${views.join(' or ')} for the format ${format}, found "${view}".`;
          throw badQuery([{ pointer: '/query/view', detail }]);
        }
        response.attachment(`whowhom-${view}.${extension}`).type(mediaType);
        if (request.method === 'HEAD') {
          response.end();
          return;
        }
        await stream(response, write(await exportSource(store, filterOf(query), view)));
      },
    }),
  ];
}
