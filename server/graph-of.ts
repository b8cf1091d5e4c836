// The graph of a filter. A small one is read as a whole and exact in every count; of a large one only
// the heaviest edges are read, by the counts that the store has ready.

import { relationEdge, rollUp, serializeGraph } from '../graph/index.ts';
import type { GraphEdge, GraphView, Relation, SerializedGraph } from '../schema/index.ts';
import type { Outline, StatementFilter, Store } from '../store/index.ts';
import { isEmptyFilter } from './filter.ts';

export interface GraphQuery {
  readonly view: GraphView;
  readonly filter: StatementFilter;
  /** Round this entity, which is not in the filter. */
  readonly entity?: string | undefined;
  /** 2: with what its partners have to do with each other. */
  readonly depth: 1 | 2;
  /** Edges at most. */
  readonly limit: number;
}

/** Statements up to which every one of a graph is read; round an entity, which is asked for again and again, fewer. */
const small = 2000;
const smallRound = 500;
/** Statements that labels are taken from, over all edges, and of one edge. */
const sampled = 600;
const sampledOfOne = 500;
/** Partners whose relations with each other are shown. */
const partnersShown = 200;

interface Listed {
  readonly items: readonly Relation[];
  readonly total: number;
}

/** The relations of the query, heaviest first. */
async function relationsOf(store: Store, query: GraphQuery): Promise<Listed> {
  const { filter, entity, depth, limit } = query;
  if (entity === undefined) return store.relations({ ...filter, limit });
  if (depth === 1) return store.relations({ ...filter, entity, limit });
  if (isEmptyFilter(filter)) return store.ego({ entity, depth, limit, partners: partnersShown });
  const own = await store.relations({ ...filter, entity, limit });
  const ends = new Set(own.items.flatMap(({ source, target }) => [source, target]));
  ends.delete(entity);
  const partners = [...ends].slice(0, partnersShown);
  if (partners.length < 2) return own;
  const among = await store.relations({ ...filter, source: partners, target: partners, limit });
  const items = [...own.items, ...among.items].slice(0, limit);
  return { items, total: own.total + among.total };
}

type Counts = Map<string, { statements: number; documents: number }>;

async function nodesOf(store: Store, counts: Counts | readonly string[]) {
  const ids = counts instanceof Map ? [...counts.keys()] : counts;
  const summaries = await store.entitiesById(ids);
  const nodes = [...summaries].map(([key, summary]): SerializedGraph['nodes'][number] => {
    const { name, type, country, sectors } = summary.entity;
    const { statements, documents } = (counts instanceof Map && counts.get(key)) || summary;
    return {
      key,
      attributes: { name, entityType: type, country, sectors, statements, documents },
    };
  });
  return nodes.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Counts of the ends of relations, where nothing more is known. */
function countsOfEnds(relations: readonly Relation[]): Counts {
  const counts: Counts = new Map();
  for (const { source, target, statements, documents } of relations) {
    for (const id of new Set([source, target])) {
      const known = counts.get(id) ?? { statements: 0, documents: 0 };
      known.statements += statements;
      known.documents = Math.max(known.documents, documents);
      counts.set(id, known);
    }
  }
  return counts;
}

/** Counts of the actors of statements, those without a target as well. */
function countsOfActors(outlines: readonly Outline[]): Counts {
  const documents = new Map<string, Set<string>>();
  const counts: Counts = new Map();
  for (const { source, target, document } of outlines) {
    for (const id of new Set([source, target ?? source])) {
      const those = (documents.get(id) ?? new Set<string>()).add(document);
      documents.set(id, those);
      const statements = (counts.get(id)?.statements ?? 0) + 1;
      counts.set(id, { statements, documents: those.size });
    }
  }
  return counts;
}

const documentsOf = async (store: Store, filter: StatementFilter): Promise<number> =>
  isEmptyFilter(filter) ? (await store.stats()).documents : store.documentsOf(filter);

async function largeRelations(
  store: Store,
  query: GraphQuery,
  all: StatementFilter,
  statements: number,
) {
  const { filter } = query;
  const { items, total } = await relationsOf(store, query);
  const most = Math.floor(sampled / Math.max(1, items.length));
  const examples = await store.examples({
    relations: items,
    filter,
    most: Math.max(1, Math.min(sampledOfOne, most)),
  });
  const edges = items.map((relation, index) => relationEdge(relation, examples[index] ?? []));
  const counts = countsOfEnds(items);
  const nodes = await nodesOf(store, isEmptyFilter(all) ? [...counts.keys()] : counts);
  const documents = await documentsOf(store, all);
  return graph('relations', nodes, edges, total, { documents, statements });
}

/** The relations from all of their statements, exact in every count. */
async function smallRelations(store: Store, { limit }: GraphQuery, all: StatementFilter) {
  const outlines = await store.allOutlines(all);
  const found = rollUp(outlines);
  const edges = found.slice(0, limit);
  const counts = countsOfActors(outlines);
  if (edges.length < found.length) {
    const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
    for (const id of counts.keys()) if (!ends.has(id)) counts.delete(id);
  }
  return graph('relations', await nodesOf(store, counts), edges, found.length, {
    documents: new Set(outlines.map(({ document }) => document)).size,
    statements: outlines.length,
  });
}

function graph(
  view: GraphView,
  nodes: SerializedGraph['nodes'],
  edges: GraphEdge[],
  total: number,
  counts: { documents: number; statements: number },
): SerializedGraph {
  return {
    attributes: { view, ...counts, shown: edges.length, total },
    options: { type: 'mixed', multi: true, allowSelfLoops: true },
    nodes,
    edges: edges.sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

/** The newest statements up to the limit, as the edges they are. */
async function statementsGraph(
  store: Store,
  { limit }: GraphQuery,
  all: StatementFilter,
  total: number,
) {
  const { items } = await store.statements({ ...all, limit: total <= small ? small : limit });
  const ids = items.flatMap(({ source, target }) => [source.entity, target?.entity ?? []].flat());
  const summaries = [...(await store.entitiesById(ids)).values()];
  const entities = summaries.map(({ entity }) => entity);
  const records = { documents: [], entities, statements: items };
  if (total <= small) return serializeGraph(records, { view: 'statements', limit });
  const { nodes, edges } = serializeGraph(records, { view: 'statements' });
  const documents = await documentsOf(store, all);
  return graph('statements', nodes, edges, total, { documents, statements: total });
}

/** How many statements there are, which an entity knows of itself. */
async function statementsOf(
  store: Store,
  { filter, entity }: GraphQuery,
  all: StatementFilter,
): Promise<number> {
  if (entity === undefined || !isEmptyFilter(filter)) {
    return (await store.statements({ ...all, limit: 1 })).total;
  }
  return (await store.entity(entity))?.statements ?? 0;
}

/** The graph of the query, in the form of graphology, sorted by key. */
export async function graphOf(store: Store, query: GraphQuery): Promise<SerializedGraph> {
  const { view, filter, entity, depth } = query;
  const all: StatementFilter = entity === undefined ? filter : { ...filter, entity };
  const total = await statementsOf(store, query, all);
  if (view === 'statements') return statementsGraph(store, query, all, total);
  const isSmall = entity === undefined ? total <= small : depth === 1 && total <= smallRound;
  return isSmall ? smallRelations(store, query, all) : largeRelations(store, query, all, total);
}
