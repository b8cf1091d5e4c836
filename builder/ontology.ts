// A user's ontology made ready: its example phrases parsed once, before documents are read.

import { type ReadyOntology, readOntology, stateOfAct } from './events/index.ts';
import { type LanguageModel, parseSentences } from './parse/index.ts';
import { splitSentences } from './sentences/index.ts';

/**
 * Reads an ontology file (YAML or JSON) and parses its examples. Rejects with an OntologyError that
 * names the line.
 */
export async function loadOntology(file: string, model: LanguageModel): Promise<ReadyOntology> {
  const ontology = readOntology(file);
  const known: { type: ReadyOntology['types'][number]; state: Float32Array }[] = [];
  for (const type of ontology.types) {
    for (const { text, passage } of type.examples) {
      const tokens = splitSentences(text).flatMap((sentence) => sentence.tokens);
      const whole = { index: 0, start: 0, end: text.length, tokens };
      for (const sentence of await parseSentences([whole], model)) {
        known.push({ type, state: stateOfAct(sentence, passage) });
      }
    }
  }
  return { ...ontology, known };
}
