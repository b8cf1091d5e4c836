// whowhom serve : the API and the viewer over one database, until Ctrl-C.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { createApp, isLoopback, serve } from '../../server/index.ts';
import { openStore, type Store } from '../../store/index.ts';
import { addArticles } from '../add-articles.ts';
import { databaseOption } from '../database.ts';
import { extractorOf } from '../extractor.ts';
import { inputsOf } from '../inputs.ts';
import {
  type OwnKnowledge,
  type OwnKnowledgeOptions,
  ownKnowledgeOf,
  withOwnKnowledge,
} from '../own-knowledge.ts';
import { packageFolder } from '../package-folder.ts';

interface ServeOptions extends OwnKnowledgeOptions {
  readonly db: string;
  readonly port?: number;
  readonly host: string;
  readonly samples?: boolean;
}

const defaultPort = 3000;

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a whole number from 0 to 65535.');
}

/** Reads the sample articles into an empty database. */
async function addSamples(store: Store, own: OwnKnowledge): Promise<void> {
  if (!(await store.isEmpty())) return;
  const folder = join(packageFolder, 'graph-data', 'articles');
  const names = (await readdir(folder)).filter(
    (name) => /\.md$/.test(name) && name !== 'README.md',
  );
  const paths = names.sort().map((name) => join(folder, name));
  let added = 0;
  for await (const outcome of addArticles(store, inputsOf(paths), extractorOf(1, own))) {
    if (outcome.result === 'failed') {
      process.stderr.write(`whowhom: ${outcome.path}: ${outcome.reason}\n`);
    } else added += 1;
  }
  process.stdout.write(`The database was empty: read ${added} sample articles.\n`);
}

async function start(options: ServeOptions): Promise<void> {
  const { db, port, host, samples } = options;
  const own = await ownKnowledgeOf(options);
  const store = await openStore(db);
  try {
    if (samples) await addSamples(store, own);
    const app = createApp({
      store,
      host,
      clientFolder: join(packageFolder, 'dist', 'client'),
      log: (message: string) => process.stderr.write(`whowhom: ${message}\n`),
    });
    const wanted = port ?? defaultPort;
    const server = await serve({ app, host, port: wanted, fallback: port === undefined });
    if (wanted !== 0 && server.port !== wanted) {
      process.stdout.write(`Port ${wanted} is taken; using ${server.port}.\n`);
    }
    if (!isLoopback(host)) {
      process.stderr.write(`whowhom: Everyone who reaches ${host} can read this database.\n`);
    }
    process.stdout.write(`whowhom is at ${server.url} (Ctrl-C stops it)\n`);
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
    await server.close();
  } finally {
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
    .addOption(databaseOption())
    .action(start);
}
