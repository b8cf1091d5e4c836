// The relation view: one edge per source, target and quad, whose weight is the number of
// documents that say so. Reciprocal statements of a pair share one undirected edge.

import type { GraphEdge, Quad, RelationAttributes, Statement } from '../schema/index.ts';
import { dayOf } from './day-of.ts';

interface Relation {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly reciprocal: boolean;
  readonly quad: Quad;
  readonly statements: Statement[];
}

/** A roll-up edge is always made of relation attributes. */
export type RelationEdge = GraphEdge & { attributes: RelationAttributes };

/** Texts from most to least frequent, ties in code point order. */
export function mostFrequent(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts.entries()]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([text]) => text);
}

function relationsOf(statements: readonly Statement[]): Relation[] {
  const relations = new Map<string, Relation>();
  for (const statement of statements) {
    if (!statement.target) continue;
    const { reciprocal } = statement;
    const quad = statement.event?.quad ?? 0;
    const pair = [statement.source.entity, statement.target.entity] as const;
    const [source, target] = reciprocal && pair[1] < pair[0] ? [pair[1], pair[0]] : pair;
    const key = `${source}${reciprocal ? '-' : '>'}${target}:${quad}`;
    const relation = relations.get(key);
    if (relation) relation.statements.push(statement);
    else relations.set(key, { key, source, target, reciprocal, quad, statements: [statement] });
  }
  return [...relations.values()];
}

/** Edges of the relation view, heaviest first, then latest, then by key. */
export function rollUp(
  statements: readonly Statement[],
  published: ReadonlyMap<string, string | null>,
): RelationEdge[] {
  const edges = relationsOf(statements).map((relation): RelationEdge => {
    const days = relation.statements
      .map((statement) => dayOf(statement, published))
      .filter((day) => day !== null)
      .sort();
    return {
      key: relation.key,
      source: relation.source,
      target: relation.target,
      ...(relation.reciprocal ? { undirected: true } : {}),
      attributes: {
        label: mostFrequent(relation.statements.map((each) => each.relation.lemma))[0] ?? '',
        quad: relation.quad,
        weight: new Set(relation.statements.map((each) => each.evidence.document)).size,
        statements: relation.statements.map((each) => each.id).sort(),
        first: days[0] ?? null,
        last: days.at(-1) ?? null,
        types: mostFrequent(relation.statements.flatMap((each) => each.event?.type ?? [])),
        uncertain: relation.statements.every(
          (each) => each.polarity === 'negative' || each.modality !== 'actual',
        ),
      },
    };
  });
  return edges.sort(
    (a, b) =>
      b.attributes.weight - a.attributes.weight ||
      compare(b.attributes.last ?? '', a.attributes.last ?? '') ||
      compare(a.key, b.key),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
