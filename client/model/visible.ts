// What of the graph is shown: what passes the filter, without hidden actors, and near the actors
// in focus. Positions never change by it. Null stands for everything.

import type { Analysis } from './analysis.ts';
import type { Filter } from './filter.ts';
import { countConditions } from './filter.ts';
import type { GraphIndex, Relation } from './graph-index.ts';

/** The surroundings that are shown: so many steps from the first, one step from the others. */
export interface Focus {
  readonly centres: readonly string[];
  readonly depth: 1 | 2 | 3;
}

/** What of a relation passes the filter. */
export interface Share {
  readonly statements: ReadonlySet<string>;
  readonly documents: number;
}

export interface Visible {
  readonly edges: ReadonlyMap<string, Share> | null;
  readonly nodes: ReadonlySet<string> | null;
}

export const everything: Visible = { edges: null, nodes: null };
export const nothing: Visible = { edges: new Map(), nodes: new Set() };

export const isShown = (visible: Visible, key: string): boolean =>
  visible.edges === null || visible.edges.has(key);

/** Shares of the relations from the statements that pass. */
function sharesOf({ passing }: Analysis, weight: number): Map<string, Share> {
  const tally = new Map<string, { statements: Set<string>; documents: Set<string> }>();
  for (const { relation, id, document } of passing) {
    if (relation === null) continue;
    const known = tally.get(relation);
    if (known) {
      known.statements.add(id);
      known.documents.add(document);
    } else tally.set(relation, { statements: new Set([id]), documents: new Set([document]) });
  }
  const shares = new Map<string, Share>();
  for (const [key, { statements, documents }] of tally) {
    if (documents.size >= weight) shares.set(key, { statements, documents: documents.size });
  }
  return shares;
}

/** Where the statements are not at hand, what the relations themselves say must do. */
function passes({ attributes }: Relation, filter: Filter): boolean {
  const { type } = filter.lists;
  if (filter.hiddenQuads.includes(attributes.quad)) return false;
  if (attributes.weight < filter.weight) return false;
  if (type.length > 0 && !attributes.types.some((each) => type.includes(each))) return false;
  if (filter.from && (attributes.last ?? '') < filter.from) return false;
  return !filter.to || (attributes.first ?? '9') <= filter.to;
}

function roughShares(index: GraphIndex, filter: Filter): Map<string, Share> {
  const shares = new Map<string, Share>();
  for (const [key, relation] of index.relations) {
    if (!passes(relation, filter)) continue;
    const { statements, weight } = relation.attributes;
    shares.set(key, { statements: new Set(statements), documents: weight });
  }
  return shares;
}

/** The other ends of an actor's relations that are shown, heaviest first. */
export function* neighbours(
  index: GraphIndex,
  shown: ReadonlyMap<string, Share> | null,
  id: string,
): Generator<{ readonly other: string; readonly relation: Relation }> {
  for (const relation of index.relationsOf(id)) {
    if (shown && !shown.has(relation.key)) continue;
    yield { other: relation.source === id ? relation.target : relation.source, relation };
  }
}

/** Actors within the focus, walking over what is shown. */
export function around(
  index: GraphIndex,
  shares: ReadonlyMap<string, Share> | null,
  { centres, depth }: Focus,
): Set<string> {
  const found = new Set(centres);
  centres.forEach((centre, order) => {
    let frontier = new Set([centre]);
    for (let step = 0; step < (order === 0 ? depth : 1); step += 1) {
      const next = new Set<string>();
      for (const id of frontier) {
        for (const { other } of neighbours(index, shares, id)) next.add(other);
      }
      for (const id of next) found.add(id);
      frontier = next;
    }
  });
  return found;
}

export interface Narrowing {
  readonly filter: Filter;
  readonly focus: Focus | null;
  readonly hidden: readonly string[];
}

export function visibleOf(
  index: GraphIndex,
  analysis: Analysis | null,
  { filter, focus, hidden }: Narrowing,
): Visible {
  const filtered = countConditions(filter) > 0;
  if (!filtered && focus === null && hidden.length === 0) return everything;
  const shares = analysis ? sharesOf(analysis, filter.weight) : roughShares(index, filter);
  const gone = new Set(hidden);
  const near = focus ? around(index, shares, focus) : null;
  const stays = (id: string): boolean => !gone.has(id) && (near === null || near.has(id));
  const edges = new Map<string, Share>();
  const nodes = new Set<string>();
  for (const [key, share] of shares) {
    const relation = index.relations.get(key);
    if (!relation || !stays(relation.source) || !stays(relation.target)) continue;
    edges.set(key, share);
    nodes.add(relation.source).add(relation.target);
  }
  const unbound = filtered || focus ? unboundOf(analysis, filter) : index.nodes.keys();
  for (const id of unbound) if (stays(id)) nodes.add(id);
  for (const id of focus?.centres ?? []) if (!gone.has(id)) nodes.add(id);
  return { edges, nodes };
}

/** An act without a target has no line, but its actor is seen. */
function unboundOf(analysis: Analysis | null, { weight }: Filter): readonly string[] {
  if (!analysis || weight > 1) return [];
  return analysis.passing.flatMap(({ source, relation }) => (relation === null ? source : []));
}
