// The actors of an annotation in the form of our own, so that a stage can be measured without the
// mistakes of those before it.

import type { Actors } from '../builder/build.ts';
import type { Entity, Mention, Sentence } from '../schema/index.ts';
import type { AnnotatedArticle } from './annotated-article.ts';

/** The marked mentions of a sentence as if we had found them; what each does we judge ourselves. */
export function givenMentions(
  article: AnnotatedArticle,
  sentence: Sentence,
  found: readonly Mention[],
): Mention[] {
  return article.mentions.flatMap(({ entity, start, end, kind }): Mention[] => {
    if (!entity || start < sentence.start || end > sentence.end) return [];
    const ours = found.find((each) => each.start < end && start < each.end && each.end === end);
    const type = article.entities.get(entity)?.type ?? 'other';
    const role = ours?.role ?? (kind === 'location' ? 'place' : 'actor');
    const ownKind = kind === 'location' ? 'named' : kind;
    return [{ entity, sentence: sentence.index, start, end, kind: ownKind, type, role }];
  });
}

/** The marked entities and mentions of an article; `found` are our own mentions of it. */
export function givenActors(
  article: AnnotatedArticle,
  sentences: readonly Sentence[],
  found: readonly Mention[],
): Actors {
  const entities = [...article.entities].map(
    ([id, { name, type, country, sectors }]): Entity => ({
      id,
      type,
      name,
      aliases: [],
      identifiers: {},
      country: country ?? null,
      sectors: [...(sectors ?? [])],
      roles: [],
    }),
  );
  const mentions = sentences.flatMap((sentence) =>
    givenMentions(
      article,
      sentence,
      found.filter((each) => each.sentence === sentence.index),
    ),
  );
  return { entities, mentions };
}
