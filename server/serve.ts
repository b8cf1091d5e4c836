// The application on a port of this machine, until it is closed.

import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

export interface ServeOptions {
  readonly app: RequestListener;
  /** 127.0.0.1 where not given. */
  readonly host?: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Where the port is taken, try the twenty after it. */
  readonly fallback?: boolean;
  /** Connections at once; 2,000 where not given. */
  readonly connections?: number;
  /** Milliseconds in which the head of a request must have come; 15,000 where not given. */
  readonly patience?: number;
}

export interface RunningServer {
  /** As a browser on this machine opens it. */
  readonly url: string;
  readonly port: number;
  /** Finishes the answers under way, at most five seconds long. */
  close(): Promise<void>;
}

/** The message is a sentence for the user. */
export class ServeError extends Error {
  override readonly name = 'ServeError';
}

function serveError(error: NodeJS.ErrnoException, host: string, port: number): ServeError {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken. Stop the program that has it, or choose another with --port.`,
    EACCES: `Port ${port} needs more rights. Choose one from 1024 on with --port.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Choose another with --host.`,
    ENOTFOUND: `The name ${host} is not known. Choose another with --host.`,
  };
  const sentence = sentences[error.code ?? ''] ?? `Cannot listen on ${host}: ${error.message}.`;
  return new ServeError(sentence, { cause: error });
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

const busy = JSON.stringify({
  type: 'about:blank',
  title: 'Service Unavailable',
  status: 503,
  detail: 'The server has as many connections as it takes. Try again in a second.',
});

const busyAnswer = [
  'HTTP/1.1 503 Service Unavailable',
  'Content-Type: application/problem+json',
  `Content-Length: ${Buffer.byteLength(busy)}`,
  'Retry-After: 1',
  'Connection: close',
  '',
  busy,
].join('\r\n');

/** Answers a connection beyond so many with 503 and ends it; those that are open go on. */
function refuseKindly(server: Server, most: number): void {
  let open = 0;
  server.prependListener('connection', (socket: Socket) => {
    open += 1;
    socket.once('close', () => {
      open -= 1;
    });
    if (open <= most) return;
    socket.on('error', () => {});
    socket.end(busyAnswer, () => socket.destroySoon());
  });
}

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');

function urlOf(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

async function listenFrom(server: Server, host: string, first: number, last: number) {
  for (let port = first; ; port++) {
    try {
      await listen(server, host, port);
      return;
    } catch (error) {
      const failure = error as NodeJS.ErrnoException;
      if (failure.code !== 'EADDRINUSE' || port >= last) throw serveError(failure, host, first);
    }
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const stop = setTimeout(() => server.closeAllConnections(), 5000);
    // A browser keeps its connection after an answer; nothing else would end it for seconds.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(stop);
      clearInterval(sweep);
      resolve();
    });
  });
}

/** Listens for requests. Rejects with a ServeError when the address cannot be had. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { app, port, fallback = false, patience = 15_000 } = options;
  const host = bare(options.host ?? '127.0.0.1');
  const server = createServer(
    {
      requestTimeout: 60_000,
      headersTimeout: patience,
      connectionsCheckingInterval: patience / 3,
      maxHeaderSize: 16_384,
      // Longer than clients keep an idle connection: whoever ends it first must not be the server, or a
      // request that is just on its way is lost.
      keepAliveTimeout: 65_000,
    },
    app,
  );
  refuseKindly(server, options.connections ?? 2_000);
  await listenFrom(server, host, port, fallback ? Math.min(port + 20, 65_535) : port);
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return { url: urlOf(host, bound), port: bound, close: () => close(server) };
}
