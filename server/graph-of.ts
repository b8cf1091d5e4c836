// The graph of a filter. A small one is read as a whole and exact in every count; of a large one only
// the heaviest edges are read, by the counts that the store has ready.

import { relationEdge, relationKey, serializeGraph } from '../graph/index.ts';
import type {
  GraphEdge,
  GraphView,
  NodeAttributes,
  Relation,
  SerializedGraph,
  Statement,
} from '../schema/index.ts';
import type { StatementFilter, Store } from '../store/index.ts';
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

/** Statements up to which every one of a graph is read. */
const small = 2000;
/** Statements that labels are taken from, over all edges. */
const sampled = 4000;
/** Partners whose relations with each other are shown. */
const partnersShown = 200;

/** The pages of a list until there are enough items. */
async function upTo<Item>(
  most: number,
  list: (
    limit: number,
    cursor: string | undefined,
  ) => Promise<{ items: Item[]; total: number; next: string | null }>,
): Promise<{ items: Item[]; total: number }> {
  const items: Item[] = [];
  let total = 0;
  let cursor: string | undefined;
  do {
    const page = await list(Math.min(5000, most - items.length), cursor);
    items.push(...page.items);
    total = page.total;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && items.length < most);
  return { items, total };
}

const relationsOf = (store: Store, filter: StatementFilter, limit: number) =>
  upTo(limit, (page, cursor) =>
    store.relations({ ...filter, by: 'quad', withIds: true, limit: page, cursor }),
  );

async function partnersOf(store: Store, filter: StatementFilter, entity: string) {
  const { items } = await relationsOf(store, { ...filter, entity }, 1000);
  const partners = new Set(items.flatMap(({ source, target }) => [source, target]));
  partners.delete(entity);
  return [...partners].slice(0, partnersShown);
}

/** The relations of the query, heaviest first. */
async function relations(store: Store, query: GraphQuery) {
  const { filter, entity, depth, limit } = query;
  if (entity === undefined) return relationsOf(store, filter, limit);
  const own = await relationsOf(store, { ...filter, entity }, limit);
  if (depth === 1) return own;
  const partners = await partnersOf(store, filter, entity);
  if (partners.length < 2) return own;
  const among = await relationsOf(
    store,
    { ...filter, source: partners, target: partners },
    Math.max(1, limit),
  );
  const items = [...own.items, ...among.items].slice(0, limit);
  return { items, total: own.total + among.total };
}

/** Some statements of each relation by id, the same number of each. */
async function sampleOf(store: Store, items: readonly Relation[], filter: StatementFilter) {
  const each = Math.max(1, Math.min(50, Math.floor(sampled / Math.max(1, items.length))));
  const ids = items.flatMap((relation) => (relation.ids ?? []).slice(0, each));
  const found = new Map<string, Statement>();
  const { rejected, duplicates } = filter;
  for (let start = 0; start < ids.length; start += 500) {
    const some = ids.slice(start, start + 500);
    const page = await store.statements({ ids: some, rejected, duplicates, limit: 1000 });
    for (const statement of page.items) found.set(statement.id, statement);
  }
  return { found, each };
}

async function nodesOf(store: Store, items: readonly Relation[], whole: boolean) {
  const counts = new Map<string, { statements: number; documents: number }>();
  for (const { source, target, statements, documents } of items) {
    for (const id of new Set([source, target])) {
      const known = counts.get(id) ?? { statements: 0, documents: 0 };
      known.statements += statements;
      known.documents = Math.max(known.documents, documents);
      counts.set(id, known);
    }
  }
  const nodes: { key: string; attributes: NodeAttributes }[] = [];
  for (const [key, { statements, documents }] of counts) {
    const summary = await store.entity(key);
    if (!summary) continue;
    const { name, type, country, sectors } = summary.entity;
    const attributes = {
      name,
      entityType: type,
      country,
      sectors,
      statements: whole ? summary.statements : statements,
      documents: whole ? summary.documents : documents,
    };
    nodes.push({ key, attributes });
  }
  return nodes.sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function counted(store: Store, filter: StatementFilter, statements: number) {
  if (isEmptyFilter(filter)) {
    const { documents } = await store.stats();
    return { documents, statements };
  }
  const { items } = await store.timeline({ ...filter, by: 'month', date: 'published' });
  return { documents: items.reduce((sum, each) => sum + each.documents, 0), statements };
}

async function largeRelations(
  store: Store,
  query: GraphQuery,
  all: StatementFilter,
  statements: number,
) {
  const { items, total } = await relations(store, query);
  const { found, each } = await sampleOf(store, items, query.filter);
  const edges = items.map((relation): GraphEdge => {
    const ids = (relation.ids ?? []).slice(0, each);
    return relationEdge(
      relation,
      ids.flatMap((id) => found.get(id) ?? []),
    );
  });
  const nodes = await nodesOf(store, items, isEmptyFilter(all));
  return graph('relations', nodes, edges, total, await counted(store, all, statements));
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
async function largeStatements(
  store: Store,
  { limit }: GraphQuery,
  all: StatementFilter,
  total: number,
) {
  const { items } = await upTo(limit, (page, cursor) =>
    store.statements({ ...all, limit: page, cursor }),
  );
  const ids = new Set(items.flatMap((each) => [each.source.entity, each.target?.entity ?? '']));
  const entities = [];
  for (const id of ids) {
    const found = id === '' ? null : await store.entity(id);
    if (found) entities.push(found.entity);
  }
  const shown = serializeGraph(
    { documents: [], entities, statements: items },
    { view: 'statements' },
  );
  return graph('statements', shown.nodes, shown.edges, total, await counted(store, all, total));
}

/** The statements of each relation by its key. */
function grouped(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (!statement.target) continue;
    const key = relationKey(statement);
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  return groups;
}

/** The graph from all of its statements, exact in every count; days and documents are the store's. */
async function smallGraph(
  store: Store,
  { view, filter, entity, limit }: GraphQuery,
  all: StatementFilter,
): Promise<SerializedGraph> {
  const { items: statements } = await upTo(small, (page, cursor) =>
    store.statements({ ...all, limit: page, cursor }),
  );
  const ids = new Set(statements.flatMap(({ source, target }) => [source.entity, target?.entity]));
  const entities = [];
  for (const id of ids) {
    const found = id === undefined ? null : await store.entity(id);
    if (found) entities.push(found.entity);
  }
  const records = { documents: [], entities, statements };
  if (view === 'statements') return serializeGraph(records, { view, limit });
  const whole = serializeGraph(records, { view: 'statements' });
  const groups = grouped(statements);
  const { items, total } = await upTo(limit, (page, cursor) =>
    store.relations({ ...filter, entity, by: 'quad', limit: page, cursor }),
  );
  const edges = items.map((relation) => {
    const key = relationEdge(relation, []).key;
    const group = groups.get(key) ?? [];
    return relationEdge({ ...relation, ids: group.map((each) => each.id).sort() }, group);
  });
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const nodes = whole.nodes.filter(({ key }) => edges.length === total || ends.has(key));
  const { documents } = whole.attributes;
  return graph(view, nodes, edges, total, { documents, statements: statements.length });
}

/** The graph of the query, in the form of graphology, sorted by key. */
export async function graphOf(store: Store, query: GraphQuery): Promise<SerializedGraph> {
  const { view, filter, entity, depth } = query;
  const all: StatementFilter = entity === undefined ? filter : { ...filter, entity };
  if (view === 'relations' && entity !== undefined && depth === 2) {
    return largeRelations(store, query, all, (await store.statements({ ...all, limit: 1 })).total);
  }
  const statements = isEmptyFilter(all)
    ? (await store.stats()).statements
    : (await store.statements({ ...all, limit: 1 })).total;
  if (statements <= small) return smallGraph(store, query, all);
  return view === 'relations'
    ? largeRelations(store, query, all, statements)
    : largeStatements(store, query, all, statements);
}
