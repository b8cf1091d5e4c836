// whowhom extract FILE|- : reads one article and prints what it says, touching no store.

import { Command } from 'commander';
import { build } from '../../builder/index.ts';
import { languageModel } from '../language-model.ts';
import { type OwnKnowledgeOptions, ownKnowledgeOf, withOwnKnowledge } from '../own-knowledge.ts';
import { readInput } from '../read-input.ts';

interface ExtractOptions extends OwnKnowledgeOptions {
  readonly mentions?: boolean;
  readonly open?: boolean;
}

export function extractCommand(): Command {
  return withOwnKnowledge(new Command('extract'))
    .description('print the document, entities and statements of one article as JSON')
    .argument('<file>', 'article: text, Markdown or JSON; - for standard input')
    .option('--mentions', 'print every mention of an entity as well')
    .option('--open', 'print what every predicate says as well, whether or not actors take part')
    .action(async (path: string, options: ExtractOptions) => {
      const own = await ownKnowledgeOf(options);
      const article = await readInput(path);
      const { document, entities, statements, mentions, tuples } = await build(
        article,
        await languageModel(),
        own.gazetteer,
        own.ontology,
      );
      if (entities.length === 0)
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
