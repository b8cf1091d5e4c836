// What the user brings to the reading of articles: actors known by name, kinds of act of their own,
// and which reader's statements are wanted. Plain data, so that it goes to worker threads as it is.

import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { Engine, OwnGazetteer, ReadyOntology } from '../builder/index.ts';
import { contentHash } from '../schema/index.ts';
import { gazetteerOf, gazetteerOption } from './gazetteer.ts';
import { languageModel } from './language-model.ts';

export interface OwnKnowledge {
  readonly gazetteer: OwnGazetteer | null;
  readonly ontology: ReadyOntology | null;
  /** Both readers where not given. */
  readonly engine?: Engine;
}

export interface OwnKnowledgeOptions {
  readonly gazetteer?: readonly string[];
  readonly ontology?: string;
  readonly engine?: Engine;
}

/** Gives a command the options `--gazetteer FILE`, `--ontology FILE` and `--engine NAME`. */
export function withOwnKnowledge(command: Command): Command {
  return command
    .addOption(gazetteerOption())
    .addOption(
      new Option(
        '--ontology <file>',
        'kinds of act of your own with example phrases: YAML or JSON (docs/events.md)',
      ),
    )
    .addOption(
      new Option('--engine <name>', 'whose statements: of the rules, the trained reader, or both')
        .choices(['rules', 'reader', 'both'])
        .default('both'),
    );
}

async function ontologyOf(path: string | undefined): Promise<ReadyOntology | null> {
  if (path === undefined) return null;
  const { loadOntology, OntologyError } = await import('../builder/index.ts');
  const file = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const found = error.code === 'ENOENT' ? 'found none' : `it cannot be read (${error.code})`;
    throw new OntologyError(`${path}: Expected a file, ${found}. Check the path.`);
  });
  return loadOntology(file, await languageModel()).catch((error) => {
    throw error instanceof OntologyError ? new OntologyError(`${path}: ${error.message}`) : error;
  });
}

/** Reads the files of the options. Rejects with an error that names file and line. */
export async function ownKnowledgeOf(options: OwnKnowledgeOptions): Promise<OwnKnowledge> {
  return {
    gazetteer: await gazetteerOf(options.gazetteer),
    ontology: await ontologyOf(options.ontology),
    engine: options.engine ?? 'both',
  };
}

/** A text that changes with what reads articles; '' where the user brings nothing. */
export function recipeOf({ gazetteer, ontology, engine = 'both' }: OwnKnowledge): string {
  if (!gazetteer && !ontology && engine === 'both') return '';
  // Everything else of a gazetteer follows from its actors and agent nouns; a Map has no form in JSON.
  const known = gazetteer && [[...gazetteer.actors.values()], [...gazetteer.agents]];
  return contentHash(JSON.stringify([known, ontology, engine])).slice('sha256:'.length, 23);
}
