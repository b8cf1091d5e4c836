// Everything that is not the API: the files of the built viewer, and its page for any address
// that a person opens, because the viewer keeps its state in the address.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import express, { type RequestHandler, type Response, Router } from 'express';
import { refuseMethod, unknownRoute } from '../problem-answer.ts';

/** Files in assets/ have a hash in their name; the others must be asked for again. */
function cacheControl(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** A person who opens an address, not a program or a tag that wants a file. */
const isNavigation = (accept: string | undefined, path: string): boolean =>
  (accept ?? '').includes('text/html') && !/\.[a-z0-9]+$/i.test(path);

/**
 * The view for other pages' frames. It only reads and shows, so a page around it can make nobody
 * change anything; every other address refuses to be framed.
 */
function allowFraming(response: Response): void {
  const policy = String(response.getHeader('Content-Security-Policy') ?? '');
  response.removeHeader('X-Frame-Options');
  response.set(
    'Content-Security-Policy',
    policy.replace(/frame-ancestors [^;]*/, 'frame-ancestors *'),
  );
}

export function viewer(clientFolder: string): Router {
  const folder = resolve(clientFolder);
  const page: RequestHandler = (request, response, next) => {
    if (request.path === '/embed') allowFraming(response);
    if (request.path !== '/' && !isNavigation(request.get('Accept'), request.path)) {
      next();
    } else if (existsSync(join(folder, 'index.html'))) {
      response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: folder });
    } else {
      response
        .status(503)
        .type('text/plain')
        .send('The viewer is not built yet. Run `npm run build` and reload this page.\n');
    }
  };
  const router = Router();
  router.use(
    express.static(folder, {
      cacheControl: false,
      dotfiles: 'ignore',
      setHeaders: (response, path) => {
        response.setHeader('Cache-Control', cacheControl(path));
      },
    }),
  );
  router.use((request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    return (reads ? page : refuseMethod('GET, HEAD'))(request, response, next);
  });
  router.use(unknownRoute);
  return router;
}
