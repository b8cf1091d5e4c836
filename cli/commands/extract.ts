// whowhom extract FILE|- : reads one article and prints what it says, touching no store.

import { Command } from 'commander';
import { build } from '../../builder/index.ts';
import { gazetteerOf, gazetteerOption } from '../gazetteer.ts';
import { languageModel } from '../language-model.ts';
import { readInput } from '../read-input.ts';

interface ExtractOptions {
  readonly mentions?: boolean;
  readonly gazetteer?: readonly string[];
}

export function extractCommand(): Command {
  return new Command('extract')
    .description('print the document, entities and statements of one article as JSON')
    .argument('<file>', 'article: text, Markdown or JSON; - for standard input')
    .option('--mentions', 'print every mention of an entity as well')
    .addOption(gazetteerOption())
    .action(async (path: string, options: ExtractOptions) => {
      const gazetteer = await gazetteerOf(options.gazetteer);
      const article = await readInput(path);
      const { document, entities, statements, mentions } = await build(
        article,
        await languageModel(),
        gazetteer,
      );
      if (entities.length === 0)
        process.stderr.write(`whowhom: ${path}: No actor was found in it.\n`);
      const extraction = {
        document,
        entities,
        statements,
        ...(options.mentions ? { mentions } : {}),
      };
      process.stdout.write(`${JSON.stringify(extraction, null, 2)}\n`);
    });
}
