// Names that the language model finds: persons, organizations, places, nationalities.

import type { EntityType, Sentence } from '../../schema/index.ts';
import type { TokenSpan } from './tree.ts';

export interface NameSpan {
  readonly span: TokenSpan;
  readonly type: EntityType;
}

const typeOf: Readonly<Record<string, EntityType>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  OTH: 'group',
};

const acronym = /^\p{Lu}[\p{Lu}\p{N}&-]{1,9}$/u;

/** Acronyms that the text introduces in brackets: "Civil Human Rights Front (CHRF)". */
export function introducedAcronyms(sentences: readonly Sentence[]): ReadonlySet<string> {
  const found = sentences.flatMap(({ tokens }) =>
    tokens.filter(
      ({ text }, index) =>
        acronym.test(text) && tokens[index - 1]?.text === '(' && tokens[index + 1]?.text === ')',
    ),
  );
  return new Set(found.map(({ text }) => text));
}

/** Runs of name tags, and introduced acronyms that the model did not mark. */
export function findNames({ tokens }: Sentence, acronyms: ReadonlySet<string>): NameSpan[] {
  const names: NameSpan[] = [];
  tokens.forEach((token, index) => {
    if (token.name?.startsWith('B-')) {
      let end = index + 1;
      while (tokens[end]?.name?.startsWith('I-')) end += 1;
      names.push({ span: [index, end], type: typeOf[token.name.slice(2)] ?? 'other' });
    } else if (!token.name && acronyms.has(token.text)) {
      names.push({ span: [index, index + 1], type: 'organization' });
    }
  });
  return names;
}
