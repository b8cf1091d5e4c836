// whowhom export --format gexf : writes the graph, piece by piece, in one of ten forms.

import { once } from 'node:events';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  type ExportFormatName,
  exportFormatNames,
  exportFormats,
  inChunks,
} from '../../graph/index.ts';
import type { GraphView } from '../../schema/index.ts';
import { exportSource, readFilter } from '../../server/index.ts';
import { InputError } from '../../sources/index.ts';
import { openStore, type StatementFilter } from '../../store/index.ts';
import { databaseOption } from '../database.ts';

interface ExportOptions {
  readonly db: string;
  readonly format: ExportFormatName;
  readonly view: GraphView;
  readonly filter: StatementFilter;
}

function parseFilter(text: string): StatementFilter {
  try {
    return readFilter(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

async function exportGraph({ db, format, view, filter }: ExportOptions): Promise<void> {
  const { views, write } = exportFormats[format];
  if (!(views as readonly GraphView[]).includes(view)) {
    throw new InputError(
      `Expected --view ${views.join(' or ')} for the format ${format}; found ${view}. Leave --view out.`,
    );
  }
  const store = await openStore(db, { create: false, forReading: true });
  try {
    for await (const chunk of inChunks(write(await exportSource(store, filter, view)))) {
      if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
    }
  } finally {
    await store.close();
  }
}

export function exportCommand(): Command {
  return new Command('export')
    .description('write the graph to standard output')
    .addOption(
      new Option('--format <format>', 'form of the graph (docs/api.md)')
        .choices(exportFormatNames)
        .default('json'),
    )
    .addOption(
      new Option('--view <view>', 'one edge a statement, or one a pair and kind of act')
        .choices(['statements', 'relations'])
        .default('statements'),
    )
    .option(
      '--filter <query>',
      'only these statements, as in an address: country=CHN&from=2024-01-01',
      parseFilter,
      {},
    )
    .addOption(databaseOption())
    .action(exportGraph);
}
