// The builder on one page: a document in, its entities and statements out. Pure: it reads no
// file, clock, network or environment, and the same document gives the same bytes.

import type { Document, Extraction, Mention } from '../schema/index.ts';
import { resolveEntities } from './entities/index.ts';
import { classifyEvent, type ReadyOntology } from './events/index.ts';
import { findMentions } from './mentions/index.ts';
import { type LanguageModel, parseSentences } from './parse/index.ts';
import { splitSentences } from './sentences/index.ts';
import { findStatements } from './statements/index.ts';

/** An extraction with its mentions. */
export type Reading = Extraction & { readonly mentions: Mention[] };

/**
 * Reads one document with a language model that `loadModel` gave. Never rejects on text; an
 * article without actors gives empty lists. With an ontology of the user's own, events carry its
 * types instead of PLOVER's, or beside them where it says so.
 */
export async function build(
  document: Document,
  model: LanguageModel,
  ontology: ReadyOntology | null = null,
): Promise<Reading> {
  const sentences = await parseSentences(splitSentences(document.text), model);
  const candidates = findMentions(document.text, sentences);
  const { entities, mentions } = resolveEntities(document.text, candidates);
  const found = findStatements(document, sentences, mentions);
  const statements = found.map((each) => {
    const sentence = sentences[each.evidence.sentence];
    return { ...each, event: sentence ? classifyEvent(each, sentence, ontology) : null };
  });
  return { document, entities: [...entities], statements, mentions: [...mentions] };
}
