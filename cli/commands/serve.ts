// whowhom serve : the API and the viewer over one database, until Ctrl-C.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { pino } from 'pino';
import type { Document } from '../../schema/index.ts';
import {
  type AccessKey,
  createApp,
  createJobBoard,
  isLoopback,
  KeyError,
  serve,
  startWorker,
} from '../../server/index.ts';
import { createFetcher } from '../../sources/index.ts';
import { openStore, type Store } from '../../store/index.ts';
import { addArticles } from '../add-articles.ts';
import { databaseOption } from '../database.ts';
import { type Extractor, extractorBeside } from '../extractor.ts';
import { inputsOf } from '../inputs.ts';
import { keysOption, readKeys } from '../keys-file.ts';
import { type OwnKnowledgeOptions, ownKnowledgeOf, withOwnKnowledge } from '../own-knowledge.ts';
import { packageFolder, version } from '../package-folder.ts';

interface ServeOptions extends OwnKnowledgeOptions {
  readonly db: string;
  readonly port?: number;
  readonly host: string;
  readonly samples?: boolean;
  readonly keys: string;
  readonly cors: readonly string[];
  readonly log?: boolean;
  readonly rate?: number;
}

const defaultPort = 3000;

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a whole number from 0 to 65535.');
}

/** Reads the sample articles into an empty database. */
async function addSamples(store: Store, extractor: Extractor): Promise<void> {
  if (!(await store.isEmpty())) return;
  const folder = join(packageFolder, 'graph-data', 'articles');
  const names = (await readdir(folder)).filter(
    (name) => /\.md$/.test(name) && name !== 'README.md',
  );
  const paths = names.sort().map((name) => join(folder, name));
  let added = 0;
  for await (const outcome of addArticles(store, inputsOf(paths), extractor)) {
    if (outcome.result === 'failed') {
      process.stderr.write(`whowhom: ${outcome.path}: ${outcome.reason}\n`);
    } else added += 1;
  }
  process.stdout.write(`The database was empty: read ${added} sample articles.\n`);
}

function parseOrigin(text: string, before: readonly string[]): string[] {
  try {
    if (new URL(text).origin === text) return [...before, text];
  } catch {}
  throw new InvalidArgumentError('Expected an origin such as https://news.example.');
}

function parseRate(text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number; 0 for no limit.');
}

/** Null on the loopback address: everyone on this machine may use it. */
async function keysFor({ host, keys: path }: ServeOptions): Promise<AccessKey[] | null> {
  if (isLoopback(host)) return null;
  const keys = await readKeys(path);
  if (keys.length > 0) return keys;
  throw new KeyError(
    `Expected API keys in ${path} to listen on ${host}, where others reach it; found none. Make one with \`whowhom key add NAME --scope read,write\`.`,
  );
}

async function start(options: ServeOptions): Promise<void> {
  const { db, port, host, samples } = options;
  const keys = await keysFor(options);
  const own = await ownKnowledgeOf(options);
  const store = await openStore(db, { forReading: true });
  const extractor = extractorBeside(own);
  const board = createJobBoard();
  const rate = options.rate ?? (isLoopback(host) ? 0 : 1200);
  const log = (message: string): void => {
    process.stderr.write(`whowhom: ${message}\n`);
  };
  try {
    if (samples) await addSamples(store, extractor);
    const app = createApp({
      store,
      database: db,
      host,
      keys,
      board,
      version,
      log,
      origins: options.cors,
      limits: { reads: rate, writes: Math.ceil(rate / 10) },
      isClosing: () => board.isClosed,
      clientFolder: join(packageFolder, 'dist', 'client'),
      ...(options.log ? { logger: pino(pino.destination(2)) } : {}),
    });
    const wanted = port ?? defaultPort;
    const server = await serve({ app, host, port: wanted, fallback: port === undefined });
    if (wanted !== 0 && server.port !== wanted) {
      process.stdout.write(`Port ${wanted} is taken; using ${server.port}.\n`);
    }
    const build = (document: Document) => extractor.extract(document);
    const worker = store.isReadOnly
      ? null
      : startWorker({ store, board, build, fetcher: createFetcher(), log });
    if (worker === null) process.stdout.write(`${db} may only be read; nothing can be added.\n`);
    process.stdout.write(`whowhom is at ${server.url} (Ctrl-C stops it)\n`);
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
    board.close();
    await Promise.all([worker?.stop(), server.close()]);
  } finally {
    await extractor.close();
    await store.close();
  }
}

export function serveCommand(): Command {
  return withOwnKnowledge(new Command('serve'))
    .description('serve the API and the viewer on this machine')
    .option(
      '--port <number>',
      `port; without it ${defaultPort}, or the next one that is free`,
      parsePort,
    )
    .option('--host <name>', 'address to listen on', '127.0.0.1')
    .option('--samples', 'read the sample articles first if the database is empty')
    .option(
      '--cors <origin>',
      'a page from elsewhere that may use the API; again for more',
      parseOrigin,
      [],
    )
    .option(
      '--rate <number>',
      'requests a minute that one client may make, 0 for no limit; 1200 where others reach it',
      parseRate,
    )
    .option('--log', 'write a line of JSON for every request to standard error')
    .addOption(keysOption())
    .addOption(databaseOption())
    .action(start);
}
