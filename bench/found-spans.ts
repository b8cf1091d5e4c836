// Our own actors and statements in a sentence whose source and target somebody has marked: which
// statement of ours speaks of them, and whether it has them the wrong way round.

import { resolveEntities } from '../builder/entities/index.ts';
import { builtInGazetteer } from '../builder/lexicon/index.ts';
import { findMentions } from '../builder/mentions/index.ts';
import type { ParsedSentence } from '../builder/parse/index.ts';
import { contextsOf, findStatements } from '../builder/statements/index.ts';
import { type Document, identifier, type Statement } from '../schema/index.ts';

export interface FoundEvent {
  /** The statement between the two, either way; null where there is none. */
  readonly statement: Statement | null;
  /** Whether a mention of ours lies in the marked source, and in the marked target. */
  readonly source: boolean;
  readonly target: boolean;
  readonly swapped: boolean;
}

type Span = { readonly start: number; readonly end: number };

const meet = (a: Span | null, b: Span | null): boolean =>
  a !== null && b !== null && a.start < b.end && b.start < a.end;

function documentOf(text: string): Document {
  return {
    id: identifier('doc', [text]),
    url: null,
    title: null,
    publisher: null,
    author: null,
    language: 'en',
    published: null,
    retrieved: null,
    mediaType: 'text/plain',
    contentHash: identifier('doc', [text]),
    duplicateOf: null,
    text,
  } as unknown as Document;
}

/** What the extractor finds of a marked pair. */
export function foundEvent(
  row: { readonly sentence: string; readonly source: string; readonly target: string },
  sentence: ParsedSentence,
): FoundEvent {
  const span = (words: string): Span | null => {
    const start = row.sentence.indexOf(words);
    return words && start >= 0 ? { start, end: start + words.length } : null;
  };
  const ends = [span(row.source), span(row.target)] as const;
  const document = documentOf(row.sentence);
  const { mentions, entities } = resolveEntities(
    document,
    [sentence],
    findMentions(row.sentence, [sentence], builtInGazetteer),
    builtInGazetteer,
  );
  const statements = findStatements(
    contextsOf(document, [sentence], mentions, entities),
    mentions,
  ).filter(({ kind }) => kind === 'event');
  const straight = statements.find(
    ({ source, target }) => meet(source, ends[0]) && meet(target, ends[1]),
  );
  const crossed = statements.find(
    ({ source, target }) => meet(source, ends[1]) && meet(target, ends[0]),
  );
  return {
    statement: straight ?? crossed ?? null,
    source: mentions.some((mention) => meet(mention, ends[0])),
    target: mentions.some((mention) => meet(mention, ends[1])),
    swapped: !straight && crossed !== undefined && !crossed.reciprocal,
  };
}
