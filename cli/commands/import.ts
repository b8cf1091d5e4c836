// whowhom import FILE : reads a graph of graphology, Gephi or another program into the database.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { ImportError, type ImportFormat, importFormats, importGraph } from '../../graph/index.ts';
import { openStore } from '../../store/index.ts';
import { databaseOption } from '../database.ts';

interface ImportOptions {
  readonly db: string;
  readonly format?: ImportFormat;
}

function formatOf(path: string): ImportFormat {
  const found = importFormats.find((format) => path.toLowerCase().endsWith(`.${format}`));
  if (found) return found;
  throw new ImportError(
    `${path}: Expected a file that ends in .json, .gexf or .graphml. Name its form with --format.`,
  );
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new ImportError(`${path}: It cannot be read (${error.code}). Check the path.`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError(`${path}: Expected a file in UTF-8, found other bytes.`);
  }
}

async function importFile(path: string, { db, format = formatOf(path) }: ImportOptions) {
  const { extraction, skipped } = importGraph(await textOf(path), format, basename(path));
  let result = 'nothing to add';
  if (extraction) {
    const store = await openStore(db);
    try {
      result = await store.add(extraction);
    } finally {
      await store.close();
    }
  }
  const entities = extraction?.entities.length ?? 0;
  const statements = extraction?.statements.length ?? 0;
  process.stdout.write(`${result} ${path}: ${entities} entities, ${statements} statements\n`);
  for (const { what, reason, count } of skipped) {
    process.stderr.write(`whowhom: Skipped ${count} times ${reason}; the first is ${what}.\n`);
  }
}

export function importCommand(): Command {
  return new Command('import')
    .description('read a graph in: graphology JSON, GEXF or GraphML')
    .argument('<file>', 'the file of the graph')
    .addOption(
      new Option('--format <format>', 'form of the file, where its ending does not say').choices([
        ...importFormats,
      ]),
    )
    .addOption(databaseOption())
    .action(importFile);
}
