// GET /openapi.json, with ids of this very database in its examples, and /docs, a page over it that
// needs no network: the files of swagger-ui, copied beside the viewer when it is built.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import express, { Router } from 'express';
import type { Store } from '../../store/index.ts';
import { openApiDocument, sampleIds } from '../openapi/document.ts';
import type { ExampleIds, Operation } from '../operation.ts';
import { RequestProblem } from '../problem.ts';
import { readOnly } from '../route.ts';

/** An actor, one that it has to do with, and a statement between them; of the samples where empty. */
async function exampleIds(store: Store): Promise<ExampleIds> {
  const [statement] = (await store.statements({ limit: 1 })).items;
  if (!statement) return sampleIds;
  const { source, target, evidence, id } = statement;
  const other = target?.entity ?? source.entity;
  return { entity: source.entity, other, document: evidence.document, statement: id };
}

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>whowhom API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<noscript>This page needs JavaScript. The document itself is at <a href="/openapi.json">/openapi.json</a>.</noscript>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const start = `window.SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true });\n`;

export interface DocsOptions {
  readonly store: Store;
  readonly operations: readonly Operation[];
  readonly version: string;
  /** Folder of the built viewer; swagger-ui's files are in docs/ of it. */
  readonly clientFolder: string;
}

export function docsRoutes({ store, operations, version, clientFolder }: DocsOptions): Router {
  const folder = join(resolve(clientFolder), 'docs');
  const router = Router();
  readOnly(router, '/openapi.json', async (_request, response) => {
    const document = openApiDocument(operations, { version, ids: await exampleIds(store) });
    response.set('Cache-Control', 'no-cache').json(document);
  });
  readOnly(router, '/docs', (_request, response) => {
    if (!existsSync(join(folder, 'swagger-ui-bundle.js'))) {
      throw new RequestProblem(
        503,
        'The documentation page is not built yet. Run `npm run build`, or read /openapi.json.',
      );
    }
    response.set('Cache-Control', 'no-cache').type('html').send(page);
  });
  readOnly(router, '/docs/start.js', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('js').send(start);
  });
  router.use(
    '/docs',
    express.static(folder, { index: false, dotfiles: 'ignore', redirect: false }),
  );
  return router;
}
