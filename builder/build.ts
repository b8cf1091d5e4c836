// The builder on one page: a document in, its entities and statements out. Pure: it reads no
// file, clock, network or environment, and the same document gives the same bytes.

import {
  canRead,
  type Document,
  type Entity,
  type Extraction,
  type Mention,
  type OpenTuple,
  type Statement,
} from '../schema/index.ts';
import { type Judge, resolveEntities } from './entities/index.ts';
import { classifyEvent, type ReadyOntology } from './events/index.ts';
import { gazetteerAt, type OwnGazetteer } from './gazetteer/index.ts';
import { type Describe, findMentions } from './mentions/index.ts';
import { type LanguageModel, type ParsedSentence, parseSentences } from './parse/index.ts';
import { readPairs } from './reader/index.ts';
import { splitSentences } from './sentences/index.ts';
import { contextsOf, type Engine, findStatements, joinPairs } from './statements/index.ts';
import { findTuples } from './tuples/index.ts';

/** An extraction with its mentions and with what every predicate says. */
export type Reading = Extraction & {
  readonly mentions: Mention[];
  readonly tuples: OpenTuple[];
};

/** Who a document speaks of, and where. */
export interface Actors {
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
}

/** Who says which nouns describe somebody and whom descriptions and pronouns mean: networks where not given. */
export interface ActorJudges {
  readonly describe?: Describe;
  readonly judge?: Judge;
}

/**
 * Reads one document with a language model that `loadModel` gave, and with the user's gazetteer
 * where there is one. Never rejects on text; an article without actors, or in
 * another language than English, gives empty lists. With an
 * ontology of the user's own, events carry its types instead of PLOVER's, or beside them where it
 * says so. `engine` says whose statements are given: those of the rules, of the trained reader, or
 * both, joined.
 */
export async function build(
  document: Document,
  model: LanguageModel,
  own: OwnGazetteer | null = null,
  ontology: ReadyOntology | null = null,
  engine: Engine = 'both',
): Promise<Reading> {
  if (!canRead(document.language)) {
    return { document, entities: [], statements: [], mentions: [], tuples: [] };
  }
  const sentences = await parseSentences(splitSentences(document.text), model);
  const actors = readActors(document, sentences, own);
  const statements = readStatements(document, sentences, actors, ontology, engine);
  const tuples = findTuples(document.text, sentences);
  return { document, statements, ...spokenOf(actors, statements), tuples };
}

/** The middle of `build`: who parsed sentences speak of. */
export function readActors(
  document: Document,
  sentences: readonly ParsedSentence[],
  own: OwnGazetteer | null = null,
  { describe, judge }: ActorJudges = {},
): Actors {
  const gazetteer = gazetteerAt(own, document.published, document.text);
  const candidates = findMentions(document.text, sentences, gazetteer, describe);
  return resolveEntities(document, sentences, candidates, gazetteer, judge);
}

/** The last part of `build`: what parsed sentences say of their actors. */
export function readStatements(
  document: Document,
  sentences: readonly ParsedSentence[],
  { entities, mentions }: Actors,
  ontology: ReadyOntology | null = null,
  engine: Engine = 'both',
): Statement[] {
  const contexts = contextsOf(document, sentences, mentions, entities);
  const found = findStatements(contexts, mentions);
  const pairs = engine === 'rules' ? [] : readPairs(sentences, mentions, found);
  const joined = engine === 'rules' ? found : joinPairs(contexts, found, pairs, engine);
  const keyOf = (sentence: number, source: string, target: string): string =>
    `${sentence} ${source} ${target}`;
  const read = new Map(
    pairs.map(({ sentence, source, target, types }) => [
      keyOf(sentence, source.entity, target.entity),
      types,
    ]),
  );
  return joined.map((each) => {
    const { evidence, source, target } = each;
    const sentence = sentences[evidence.sentence];
    const types = target && read.get(keyOf(evidence.sentence, source.entity, target.entity));
    return { ...each, event: sentence ? classifyEvent(each, sentence, ontology, types) : null };
  });
}

/** Names are kept; somebody who is only described ("three soldiers") where a statement needs them. */
function spokenOf(
  { entities, mentions }: Actors,
  statements: readonly Statement[],
): { entities: Entity[]; mentions: Mention[] } {
  const kept = new Set([
    ...mentions.filter(({ kind }) => kind === 'named').map(({ entity }) => entity),
    ...statements.flatMap(({ source, target, attribution, location }) => [
      source.entity,
      target?.entity,
      attribution.speaker,
      location?.entity,
    ]),
  ]);
  return {
    entities: entities.filter(({ id }) => kept.has(id)),
    mentions: mentions.filter(({ entity }) => kept.has(entity)),
  };
}
