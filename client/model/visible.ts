// What of the graph is shown: what passes the filter, without hidden actors, and near the actors
// in focus. Positions never change by it. Null stands for everything.
// What passes is known from the statements where they are at hand (the analysis), else from the
// server (sifted), and until it has answered from what the relations themselves say.

import type { Analysis } from './analysis.ts';
import type { Filter } from './filter.ts';
import { countConditions, filterQuery } from './filter.ts';
import type { GraphIndex, Relation, Share } from './graph-index.ts';

/** The surroundings that are shown: so many steps from the first, one step from the others. */
export interface Focus {
  readonly centres: readonly string[];
  readonly depth: 1 | 2 | 3;
}

/** What passes a filter, as the server found it. */
export interface Sifted {
  readonly shares: ReadonlyMap<string, Share>;
  readonly nodes: ReadonlySet<string>;
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
  const tally = new Map<string, { statements: string[]; documents: Set<string> }>();
  for (const { relation, id, document } of passing) {
    if (relation === null) continue;
    const known = tally.get(relation);
    if (known) {
      known.statements.push(id);
      known.documents.add(document);
    } else tally.set(relation, { statements: [id], documents: new Set([document]) });
  }
  const shares = new Map<string, Share>();
  for (const [key, { statements, documents }] of tally) {
    if (documents.size >= weight) shares.set(key, { statements, documents: documents.size });
  }
  return shares;
}

const meets = (
  wanted: readonly string[],
  values: readonly (string | null | undefined)[],
): boolean =>
  wanted.length === 0 || values.some((value) => value != null && wanted.includes(value));

/** Where the statements are not at hand, what the relations themselves say must do. */
function passes({ nodes }: GraphIndex, relation: Relation, filter: Filter): boolean {
  const { attributes } = relation;
  const { type, actorType, country, sector } = filter.lists;
  if (filter.hiddenQuads.includes(attributes.quad)) return false;
  if (attributes.weight < filter.weight) return false;
  if (!meets(type, attributes.types)) return false;
  if (actorType.length + country.length + sector.length > 0) {
    const ends = [relation.source, relation.target].flatMap((id) => nodes.get(id) ?? []);
    if (
      !meets(
        actorType,
        ends.map((end) => end.entityType),
      )
    )
      return false;
    if (
      !meets(
        country,
        ends.map((end) => end.country),
      )
    )
      return false;
    if (
      !meets(
        sector,
        ends.flatMap((end) => end.sectors),
      )
    )
      return false;
  }
  if (filter.from && (attributes.last ?? '') < filter.from) return false;
  return !filter.to || (attributes.first ?? '9') <= filter.to;
}

function roughShares(index: GraphIndex, filter: Filter): Map<string, Share> {
  const shares = new Map<string, Share>();
  for (const [key, relation] of index.relations) {
    if (passes(index, relation, filter)) shares.set(key, relation.whole);
  }
  return shares;
}

/** True where what the relations say is all there is to know. */
export const decidedByRelations = (filter: Filter): boolean =>
  Object.keys(filterQuery(filter)).every((field) => field === 'quad');

function siftedShares({ shares }: Sifted, weight: number): ReadonlyMap<string, Share> {
  if (weight <= 1) return shares;
  return new Map([...shares].filter(([, { documents }]) => documents >= weight));
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
  known: Analysis | Sifted | null,
  { filter, focus, hidden }: Narrowing,
): Visible {
  const filtered = countConditions(filter) > 0;
  if (!filtered && focus === null && hidden.length === 0) return everything;
  const shares = sharesNow(index, known, filter);
  const gone = new Set(hidden);
  const near = focus ? around(index, shares, focus) : null;
  // what the relations themselves say is of these relations and no others
  const isCut = gone.size > 0 || near !== null || known !== null;
  const stays = (id: string): boolean => !gone.has(id) && (near === null || near.has(id));
  const kept = new Map<string, Share>();
  const nodes = new Set<string>();
  for (const [key, share] of shares) {
    const relation = index.relations.get(key);
    if (!relation || !stays(relation.source) || !stays(relation.target)) continue;
    if (isCut) kept.set(key, share);
    nodes.add(relation.source).add(relation.target);
  }
  const unbound = filtered || focus ? unboundOf(known, filter) : index.nodes.keys();
  for (const id of unbound) if (stays(id)) nodes.add(id);
  for (const id of focus?.centres ?? []) if (!gone.has(id)) nodes.add(id);
  return { edges: isCut ? kept : shares, nodes };
}

function sharesNow(
  index: GraphIndex,
  known: Analysis | Sifted | null,
  filter: Filter,
): ReadonlyMap<string, Share> {
  if (!known) return roughShares(index, filter);
  return 'shares' in known ? siftedShares(known, filter.weight) : sharesOf(known, filter.weight);
}

/** An act without a target has no line, but its actor is seen. */
function unboundOf(known: Analysis | Sifted | null, { weight }: Filter): Iterable<string> {
  if (!known || weight > 1) return [];
  if ('shares' in known) return known.nodes;
  return known.passing.flatMap(({ source, relation }) => (relation === null ? source : []));
}
