// whowhom mcp : the database as tools for a language model, on standard input and output.

import { Command } from 'commander';
import { mcpOverStdio } from '../../server/index.ts';
import { openStore } from '../../store/index.ts';
import { databaseOption } from '../database.ts';
import { version } from '../package-folder.ts';

async function start({ db }: { readonly db: string }): Promise<void> {
  const store = await openStore(db, { create: false, forReading: true });
  try {
    const log = (message: string): void => {
      process.stderr.write(`whowhom: ${message}\n`);
    };
    const serving = mcpOverStdio({ store, version, log });
    await new Promise<void>((resolve) => {
      process.stdin.once('end', resolve);
      process.stdin.once('close', resolve);
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
    await serving.close();
  } finally {
    await store.close();
  }
}

export function mcpCommand(): Command {
  return new Command('mcp')
    .description('give the database to a language model as tools (Model Context Protocol)')
    .addOption(databaseOption())
    .action(start);
}
