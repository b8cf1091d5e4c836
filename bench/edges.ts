// Statements of an annotation and of ours in one form, so that they can be compared.

import type { Mention, Statement } from '../schema/index.ts';
import type { MarkedStatement } from './annotated-article.ts';

/** A statement of either side with its ends named alike. */
export interface Edge {
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly mode: string | null;
  readonly reciprocal: boolean;
  readonly polarity: string;
  readonly modality: string;
  readonly speaker: string | null;
  readonly confidence: number;
  readonly text: string;
  readonly sentence: number;
}

export const pairOf = ({ source, target }: Pick<Edge, 'source' | 'target'>): string =>
  [source, target].sort().join(' – ');
export const ordered = ({ source, target }: Edge): string => `${source} → ${target}`;

/** Both readings of a reciprocal statement, or the one of a directed. */
export const readings = (edge: Edge): Edge[] =>
  edge.reciprocal ? [edge, { ...edge, source: edge.target, target: edge.source }] : [edge];

export function markedEdges(statements: readonly MarkedStatement[]): Edge[] {
  return statements.flatMap((each) =>
    each.target === null
      ? []
      : [
          {
            ...each,
            target: each.target,
            type: each.kind === 'event' ? (each.type ?? 'other') : each.kind,
            confidence: 1,
            text: each.relation,
            sentence: each.at - 1,
          },
        ],
  );
}

export function ourEdges(
  statements: readonly Statement[],
  names: ReadonlyMap<string, string>,
  alignment: ReadonlyMap<string, string>,
): Edge[] {
  const named = (id: string): string => alignment.get(id) ?? `"${names.get(id) ?? id}"`;
  return statements.flatMap((each) => {
    if (!each.target) return [];
    const [source, target] = [named(each.source.entity), named(each.target.entity)];
    if (source === target) return [];
    const { speaker } = each.attribution;
    return [
      {
        source,
        target,
        type: each.kind === 'event' ? (each.event?.type ?? 'other') : each.kind,
        mode: each.event?.mode ?? null,
        reciprocal: each.reciprocal,
        polarity: each.polarity,
        modality: each.modality,
        speaker: speaker === null ? each.attribution.text : named(speaker),
        confidence: each.confidence.value,
        text: each.relation.text,
        sentence: each.evidence.sentence,
      },
    ];
  });
}

/** Pairs of marked actors with mentions no more than so many sentences apart: in one sentence where it is 0. */
export function pairsTogether(
  mentions: readonly Mention[],
  alignment: ReadonlyMap<string, string>,
  apart = 0,
): Set<string> {
  const together = new Set<string>();
  for (const { entity, sentence } of mentions) {
    for (const other of mentions) {
      if (Math.abs(other.sentence - sentence) > apart) continue;
      const [source, target] = [alignment.get(entity), alignment.get(other.entity)];
      if (source && target) together.add(pairOf({ source, target }));
    }
  }
  return together;
}
