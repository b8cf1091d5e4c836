// What a merged entity falls into when one merge is taken back, and how many statements, relations and
// documents go to each part. Nothing is changed by looking.

import type { Entity, Judgement, MergePart } from '../../schema/index.ts';
import { type Canonical, canonicalEntities, membersOf, standing } from './canonical.ts';

/** A statement by the ids of its entities as it was read, before any merge. */
export interface Ends {
  readonly document: string | number;
  readonly source: string;
  readonly target: string | null;
  readonly reciprocal: boolean;
  readonly quad: number;
}

export interface Split {
  /** The judgements without the merge. */
  readonly rest: readonly Judgement[];
  readonly canonical: Canonical;
  /** Members of each part by the entity that stands for it; one part where another merge holds them. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

/** Null where this is no merge that holds. */
export function splitOf(judgements: readonly Judgement[], id: string): Split | null {
  const merge = standing(judgements).find((each) => each.id === id && each.kind === 'same');
  if (!merge) return null;
  const rest = judgements.filter((each) => each !== merge);
  const [before, canonical] = [canonicalEntities(judgements), canonicalEntities(rest)];
  const parts = new Map<string, string[]>();
  for (const member of membersOf(before, before.get(merge.a) ?? merge.a)) {
    const stands = canonical.get(member) ?? member;
    parts.set(stands, [...(parts.get(stands) ?? []), member]);
  }
  return { rest, canonical, parts };
}

/** Counts of one part over the statements that touch it. */
export function mergePart(
  entity: Entity,
  statements: Iterable<Ends>,
  canonical: Canonical,
): MergePart {
  const idOf = (id: string): string => canonical.get(id) ?? id;
  const relations = new Set<string>();
  const documents = new Set<string | number>();
  let count = 0;
  for (const { document, source, target, reciprocal, quad } of statements) {
    const ends = [idOf(source), target === null ? null : idOf(target)];
    if (!ends.includes(entity.id)) continue;
    count += 1;
    documents.add(document);
    if (target === null) continue;
    relations.add([...(reciprocal ? ends.sort() : ends), reciprocal, quad].join(' '));
  }
  return { entity, statements: count, relations: relations.size, documents: documents.size };
}
