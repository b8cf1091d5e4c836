// A real HTTP server on this machine for the tests of fetching. A route is a page as text or a
// function that answers by itself; `asked` lists the paths in the order they were asked for.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Route = string | ((request: IncomingMessage, response: ServerResponse) => void);

export interface WebServer {
  readonly url: string;
  readonly asked: string[];
  readonly routes: Record<string, Route>;
  close(): Promise<void>;
}

export async function webServer(routes: Record<string, Route>): Promise<WebServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const route = routes[path];
    if (typeof route === 'function') route(request, response);
    else if (route === undefined) response.writeHead(404).end('none');
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(route);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    routes,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An article's page with one sentence. */
export const page = (sentence: string, head = ''): string =>
  `<!doctype html><html><head><title>T</title>${head}</head><body><article><p>${sentence}</p></article></body></html>`;
