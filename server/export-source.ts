// A store as the streams that an export is written from. The store counts how much there is of each
// node; in the view of statements the ids of the edges, which are written in their order, are gone
// through before. Relations come from the store as they are written.

import {
  type CitedDocument,
  type EntityNode,
  type GraphSource,
  relationEdge,
} from '../graph/index.ts';
import type { GraphEdge, GraphView, Statement } from '../schema/index.ts';
import type { StatementFilter, Store } from '../store/index.ts';

const pageSize = 5000;
const batchSize = 100;
/** Each page of relations goes through all of them. */
const relationsOfPage = 10_000;

const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

async function* pages<Item>(
  list: (cursor: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<readonly Item[], void, void> {
  let cursor: string | undefined;
  do {
    const page = await list(cursor);
    yield page.items;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

/** Ids of the statements of a filter, of those with a target, and of their documents, each sorted. */
async function idsOf(store: Store, filter: StatementFilter) {
  const [all, withTarget, documents]: [string[], string[], Set<string>] = [[], [], new Set()];
  for await (const items of pages((cursor) =>
    store.outlines({ ...filter, limit: pageSize, cursor }),
  )) {
    for (const { id, target, document } of items) {
      all.push(id);
      if (target) withTarget.push(id);
      documents.add(document);
    }
  }
  return {
    all: all.sort(byKey),
    withTarget: withTarget.sort(byKey),
    documents: [...documents].sort(byKey),
  };
}

async function documentsOf(store: Store): Promise<Map<string, CitedDocument>> {
  const documents = new Map<string, CitedDocument>();
  for await (const items of pages((cursor) => store.documents({ limit: pageSize, cursor }))) {
    for (const { id, url, title, publisher, author, language, published } of items) {
      documents.set(id, { id, url, title, publisher, author, language, published });
    }
  }
  return documents;
}

const inBatches = function* <Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += batchSize) {
    yield items.slice(start, start + batchSize);
  }
};

/** Statements by id, in the order of the ids given. */
async function byId(store: Store, ids: readonly string[], filter: StatementFilter) {
  const { rejected, duplicates } = filter;
  const page = await store.statements({ ids, rejected, duplicates, limit: pageSize });
  const found = new Map(page.items.map((statement) => [statement.id, statement]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The streams of what a filter lets through. */
export async function exportSource(
  store: Store,
  filter: StatementFilter,
  view: GraphView,
): Promise<GraphSource> {
  let known = view === 'statements' ? await documentsOf(store) : null;
  let ids = view === 'statements' ? await idsOf(store, filter) : null;
  const counts = await store.counts(filter);
  const total = ids
    ? ids.withTarget.length
    : (await store.relations({ ...filter, limit: 1 })).total;

  async function* nodes(): AsyncGenerator<EntityNode, void, void> {
    for (const keys of inBatches([...counts.entities.keys()].sort(byKey))) {
      const summaries = await store.entitiesById(keys);
      for (const key of keys) {
        const entity = summaries.get(key)?.entity;
        const count = counts.entities.get(key);
        if (!entity || !count) continue;
        const { name, type: entityType, country, sectors } = entity;
        const { statements, documents } = count;
        yield {
          key,
          attributes: { name, entityType, country, sectors, statements, documents },
          entity,
        };
      }
    }
  }

  async function* relationEdges(): AsyncGenerator<GraphEdge, void, void> {
    for await (const items of pages((cursor) =>
      store.relations({ ...filter, limit: relationsOfPage, cursor }),
    )) {
      for (const relations of inBatches(items)) {
        const most = Number.MAX_SAFE_INTEGER;
        const examples = await store.examples({ relations, filter, most });
        for (const [index, relation] of relations.entries()) {
          yield relationEdge(relation, examples[index] ?? []);
        }
      }
    }
  }

  async function* statements(some: 'all' | 'withTarget'): AsyncGenerator<Statement, void, void> {
    ids ??= await idsOf(store, filter);
    for (const batch of inBatches(ids[some])) yield* await byId(store, batch, filter);
  }

  async function* statementEdges(): AsyncGenerator<GraphEdge, void, void> {
    for await (const statement of statements('withTarget')) {
      if (!statement.target) continue;
      yield {
        key: statement.id,
        source: statement.source.entity,
        target: statement.target.entity,
        ...(statement.reciprocal ? { undirected: true } : {}),
        attributes: { statement },
      };
    }
  }

  async function* documents(): AsyncGenerator<CitedDocument, void, void> {
    known ??= await documentsOf(store);
    ids ??= await idsOf(store, filter);
    for (const id of ids.documents) {
      const document = known.get(id);
      if (document) yield document;
    }
  }

  return {
    view,
    attributes: {
      view,
      documents: counts.documents,
      statements: counts.statements,
      shown: total,
      total,
    },
    nodes,
    edges: () => (view === 'relations' ? relationEdges() : statementEdges()),
    statements: () => statements('all'),
    documents,
    document: (id) => known?.get(id) ?? null,
  };
}
