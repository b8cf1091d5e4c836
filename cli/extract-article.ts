// One article from its file to its extraction; here or in a worker thread.

import { build } from '../builder/index.ts';
import type { Extraction } from '../schema/index.ts';
import { InputError } from '../sources/index.ts';
import { languageModel } from './language-model.ts';
import type { OwnKnowledge } from './own-knowledge.ts';
import { readInput } from './read-input.ts';

/** Reads the article at a path. Rejects with an InputError where there is nothing to keep. */
export async function extractArticle(path: string, own: OwnKnowledge): Promise<Extraction> {
  const document = await readInput(path);
  const { entities, statements } = await build(
    document,
    await languageModel(),
    own.gazetteer,
    own.ontology,
  );
  if (entities.length === 0) {
    throw new InputError('No actor was found in it, so there is nothing to add.');
  }
  return { document, entities, statements };
}
