// The relation view: one edge per source, target and quad, whose weight is the number of
// documents that say so. Reciprocal statements of a pair share one undirected edge.

import type { Quad, Statement } from '../schema/index.ts';
import { dayOf } from './day-of.ts';
import {
  type EdgeExample,
  type RelationEdge,
  relationEdge,
  relationEdgeKey,
} from './relation-edge.ts';

/** A statement without its words. */
export interface StatementOutline extends EdgeExample {
  readonly document: string;
  readonly source: string;
  readonly target: string | null;
  readonly reciprocal: boolean;
  readonly quad: Quad;
  /** Of the event, else of publication. */
  readonly day: string | null;
}

/** `published` is by document id. */
export function outlineOf(
  statement: Statement,
  published: ReadonlyMap<string, string | null>,
): StatementOutline {
  const { id, evidence, source, target, reciprocal, relation, event } = statement;
  return {
    id,
    document: evidence.document,
    source: source.entity,
    target: target?.entity ?? null,
    reciprocal,
    quad: event?.quad ?? 0,
    day: dayOf(statement, published),
    lemma: relation.lemma,
    type: event?.type ?? null,
    uncertain: statement.polarity === 'negative' || statement.modality !== 'actual',
  };
}

/** The statements of each relation, by the key of its edge. */
function grouped(outlines: readonly StatementOutline[]) {
  const groups = new Map<string, { source: string; target: string; own: StatementOutline[] }>();
  for (const outline of outlines) {
    if (outline.target === null) continue;
    const pair = [outline.source, outline.target] as const;
    const [source, target] = outline.reciprocal && pair[1] < pair[0] ? [pair[1], pair[0]] : pair;
    const key = relationEdgeKey({ ...outline, source, target });
    const group = groups.get(key);
    if (group) group.own.push(outline);
    else groups.set(key, { source, target, own: [outline] });
  }
  return [...groups.values()];
}

/** Edges of the relation view, heaviest first: documents, then statements, then latest, then by key. */
export function rollUp(outlines: readonly StatementOutline[]): RelationEdge[] {
  const edges = grouped(outlines).map(({ source, target, own }) => {
    const [{ reciprocal, quad }] = own as [StatementOutline];
    const days = own.flatMap(({ day }) => day ?? []).sort();
    const counts = {
      statements: own.length,
      documents: new Set(own.map(({ document }) => document)).size,
      first: days[0] ?? null,
      last: days.at(-1) ?? null,
    };
    return relationEdge({ source, target, reciprocal, quad, ...counts }, own);
  });
  return edges.sort(
    ({ attributes: a, key: keyOfA }, { attributes: b, key: keyOfB }) =>
      b.weight - a.weight ||
      b.statements.length - a.statements.length ||
      compare(b.last ?? '', a.last ?? '') ||
      compare(keyOfA, keyOfB),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
