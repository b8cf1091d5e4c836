// What the user brings to the reading of articles: actors known by name and kinds of act of their
// own. Plain data, so that it goes to worker threads as it is.

import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import {
  loadOntology,
  OntologyError,
  type OwnGazetteer,
  type ReadyOntology,
} from '../builder/index.ts';
import { contentHash } from '../schema/index.ts';
import { gazetteerOf, gazetteerOption } from './gazetteer.ts';
import { languageModel } from './language-model.ts';

export interface OwnKnowledge {
  readonly gazetteer: OwnGazetteer | null;
  readonly ontology: ReadyOntology | null;
}

export interface OwnKnowledgeOptions {
  readonly gazetteer?: readonly string[];
  readonly ontology?: string;
}

/** Gives a command the options `--gazetteer FILE` and `--ontology FILE`. */
export function withOwnKnowledge(command: Command): Command {
  return command
    .addOption(gazetteerOption())
    .addOption(
      new Option(
        '--ontology <file>',
        'kinds of act of your own with example phrases: YAML or JSON (docs/events.md)',
      ),
    );
}

async function ontologyOf(path: string | undefined): Promise<ReadyOntology | null> {
  if (path === undefined) return null;
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
  };
}

/** A text that changes with what reads articles; '' where the user brings nothing. */
export function recipeOf({ gazetteer, ontology }: OwnKnowledge): string {
  if (!gazetteer && !ontology) return '';
  return contentHash(JSON.stringify([gazetteer, ontology])).slice('sha256:'.length, 23);
}
