// whowhom export --format json : prints the graph.

import { Command, Option } from 'commander';
import { formatGraph, serializeGraph } from '../../graph/index.ts';
import type { GraphView } from '../../schema/index.ts';
import { openStore } from '../../store/index.ts';
import { databaseOption } from '../database.ts';

interface ExportOptions {
  readonly db: string;
  readonly view: GraphView;
}

async function exportGraph({ db, view }: ExportOptions): Promise<void> {
  const store = await openStore(db, { create: false });
  try {
    process.stdout.write(formatGraph(serializeGraph(await store.read(), { view })));
  } finally {
    await store.close();
  }
}

export function exportCommand(): Command {
  return new Command('export')
    .description('print the graph')
    .addOption(
      new Option('--format <format>', 'form of the graph').choices(['json']).default('json'),
    )
    .addOption(
      new Option('--view <view>', 'one edge a statement, or one a pair and kind of act')
        .choices(['statements', 'relations'])
        .default('statements'),
    )
    .addOption(databaseOption())
    .action(exportGraph);
}
