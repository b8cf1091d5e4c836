// whowhom export --format gexf : writes the graph, piece by piece, in one of ten forms.

import { once } from 'node:events';
import { Command, Option } from 'commander';
import {
  type ExportFormatName,
  exportFormatNames,
  exportFormats,
  sourceOf,
} from '../../graph/index.ts';
import type { GraphView } from '../../schema/index.ts';
import { InputError } from '../../sources/index.ts';
import { openStore } from '../../store/index.ts';
import { databaseOption } from '../database.ts';

interface ExportOptions {
  readonly db: string;
  readonly format: ExportFormatName;
  readonly view: GraphView;
}

async function exportGraph({ db, format, view }: ExportOptions): Promise<void> {
  const { views, write } = exportFormats[format];
  if (!(views as readonly GraphView[]).includes(view)) {
    throw new InputError(
      `Expected --view ${views.join(' or ')} for the format ${format}; found ${view}. Leave --view out.`,
    );
  }
  const store = await openStore(db, { create: false });
  try {
    for await (const chunk of write(sourceOf(await store.read(), view))) {
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
    .addOption(databaseOption())
    .action(exportGraph);
}
