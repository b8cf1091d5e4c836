// whowhom extract FILE|URL|- : reads one article and prints what it says, touching no store.

import { Command } from 'commander';
import { withInputOptions } from '../input-options.ts';
import type { InputOptions } from '../inputs.ts';
import { languageModel } from '../language-model.ts';
import { languageNote } from '../language-note.ts';
import { type OwnKnowledgeOptions, ownKnowledgeOf, withOwnKnowledge } from '../own-knowledge.ts';
import { readInput } from '../read-input.ts';

interface ExtractOptions extends OwnKnowledgeOptions, InputOptions {
  readonly mentions?: boolean;
  readonly open?: boolean;
}

export function extractCommand(): Command {
  return withInputOptions(withOwnKnowledge(new Command('extract')))
    .description('print the document, entities and statements of one article as JSON')
    .argument('<input>', 'a file or an address with one article; - for standard input')
    .option('--mentions', 'print every mention of an entity as well')
    .option('--open', 'print what every predicate says as well, whether or not actors take part')
    .action(async (path: string, options: ExtractOptions) => {
      const { build } = await import('../../builder/index.ts');
      const own = await ownKnowledgeOf(options);
      const article = await readInput(path, options);
      const { document, entities, statements, mentions, tuples } = await build(
        article,
        await languageModel(),
        own.gazetteer,
        own.ontology,
        own.engine,
      );
      const note = languageNote(document);
      if (note) process.stderr.write(`whowhom: ${path}: ${note}.\n`);
      else if (entities.length === 0)
        process.stderr.write(`whowhom: ${path}: No actor was found in it.\n`);
      const extraction = {
        document,
        entities,
        statements,
        ...(options.mentions ? { mentions } : {}),
        ...(options.open ? { tuples } : {}),
      };
      process.stdout.write(`${JSON.stringify(extraction, null, 2)}\n`);
    });
}
