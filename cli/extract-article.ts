// One article from its document to its extraction; here or in a worker thread.

import { build } from '../builder/index.ts';
import { canRead, type Document, type Extraction } from '../schema/index.ts';
import { InputError } from '../sources/index.ts';
import { languageModel } from './language-model.ts';
import type { OwnKnowledge } from './own-knowledge.ts';

/**
 * Reads an article. Rejects with an InputError where there is nothing to keep; one in another language
 * than English is kept without statements.
 */
export async function extractArticle(article: Document, own: OwnKnowledge): Promise<Extraction> {
  const { document, entities, statements } = await build(
    article,
    await languageModel(),
    own.gazetteer,
    own.ontology,
    own.engine,
  );
  if (entities.length === 0 && canRead(document.language)) {
    throw new InputError('No actor was found in it, so there is nothing to add.');
  }
  return { document, entities, statements };
}
