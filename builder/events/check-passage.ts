// Whether a passage can be classified at all: its spans lie in the sentence, its two ends are not
// the same words, and there is more than one word.

import type { Passage, SentenceWithStates } from './act-words.ts';

/** A passage that cannot be classified; says which span is wrong and where the sentence lies. */
export class PassageError extends Error {
  override readonly name = 'PassageError';
}

/** Throws a PassageError for a passage that does not fit its sentence. */
export function checkPassage(sentence: SentenceWithStates, passage: Passage): void {
  const { start, end, tokens } = sentence;
  const words = tokens.filter(({ upos }) => upos !== 'PUNCT');
  if (words.length < 2) {
    throw new PassageError(
      `The sentence has ${words.length} word(s); expected an act and at least one actor.`,
    );
  }
  for (const [name, span] of Object.entries(passage)) {
    if (span && (span.start < start || span.end > end || span.end <= span.start)) {
      throw new PassageError(
        `The ${name} ${span.start}–${span.end} does not lie in the sentence ${start}–${end}; give offsets into the document's text.`,
      );
    }
  }
  const { source, target } = passage;
  if (source && target && source.start === target.start && source.end === target.end) {
    throw new PassageError(
      `Source and target are the same words (${source.start}–${source.end}); give the other actor or null.`,
    );
  }
}
