// Pronouns that may stand for an actor: "he", "their", "it". What they stand for is decided later.

import type { EntityType, Sentence, UnlinkedMention } from '../../schema/index.ts';

const types: ReadonlyMap<string, EntityType> = new Map([
  ...'he him his himself she her hers herself i me my myself'
    .split(' ')
    .map((word): [string, EntityType] => [word, 'person']),
  ...'they them their theirs themselves we us our ours ourselves'
    .split(' ')
    .map((word): [string, EntityType] => [word, 'group']),
  ...'you your yours yourself yourselves'
    .split(' ')
    .map((word): [string, EntityType] => [word, 'person']),
  ...'it its itself'.split(' ').map((word): [string, EntityType] => [word, 'other']),
]);

/** All personal pronouns of a sentence; an "it" that stands for nothing is left out. */
export function pronounMentions({ index, tokens }: Sentence): UnlinkedMention[] {
  return tokens.flatMap((token, head): UnlinkedMention[] => {
    const word = token.text.toLowerCase();
    const type = types.get(word);
    if (!type || !/^(?:PRON|DET)$/.test(token.upos) || token.text === 'US') return [];
    if (token.relation === 'expl') return [];
    return [
      {
        sentence: index,
        start: token.start,
        end: token.end,
        head,
        kind: 'pronoun',
        type,
        role: 'actor',
        name: word,
        key: null,
        title: null,
        of: null,
        sector: null,
      },
    ];
  });
}
