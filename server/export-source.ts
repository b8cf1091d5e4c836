// A store as the streams that an export is written from. The statements are gone through once before,
// without their words: for the counts of the nodes and, in the view of statements, for the ids of the
// edges, which are written in their order. Relations come from the store as they are written.

import {
  type CitedDocument,
  type EntityNode,
  type GraphSource,
  relationEdge,
} from '../graph/index.ts';
import type { GraphEdge, GraphView, Statement } from '../schema/index.ts';
import type { Outline, StatementFilter, Store } from '../store/index.ts';

const pageSize = 5000;
const batch = 500;
/** Each page of relations goes through all of them. */
const relationsOfPage = 50_000;

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

interface Count {
  statements: number;
  documents: number;
  /** The document counted last: statements come document by document. */
  last: string;
}

class Tally {
  readonly #view: GraphView;
  readonly nodes = new Map<string, Count>();
  readonly ids: string[] = [];
  readonly withTarget: string[] = [];
  readonly documents = new Set<string>();
  statements = 0;

  constructor(view: GraphView) {
    this.#view = view;
  }

  add({ id, source, target, document }: Outline): void {
    this.statements += 1;
    if (this.#view === 'statements') {
      this.ids.push(id);
      if (target) this.withTarget.push(id);
    }
    this.documents.add(document);
    for (const entity of new Set([source, target ?? source])) {
      const count = this.nodes.get(entity) ?? { statements: 0, documents: 0, last: '' };
      count.statements += 1;
      if (count.last !== document) count.documents += 1;
      count.last = document;
      this.nodes.set(entity, count);
    }
  }
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
  for (let start = 0; start < items.length; start += batch) {
    yield items.slice(start, start + batch);
  }
};

/** Statements by id, in the order of the ids given. */
async function byId(store: Store, ids: readonly string[], filter: StatementFilter) {
  const { rejected, duplicates } = filter;
  const page = await store.statements({ ids, rejected, duplicates, limit: pageSize });
  const found = new Map(page.items.map((statement) => [statement.id, statement]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The streams of what a filter lets through. */
export async function exportSource(
  store: Store,
  filter: StatementFilter,
  view: GraphView,
): Promise<GraphSource> {
  let known = view === 'statements' ? await documentsOf(store) : null;
  const tally = new Tally(view);
  for await (const items of pages((cursor) =>
    store.outlines({ ...filter, limit: pageSize, cursor }),
  )) {
    for (const outline of items) tally.add(outline);
  }
  tally.ids.sort(byKey);
  tally.withTarget.sort(byKey);
  const total =
    view === 'relations'
      ? (await store.relations({ ...filter, limit: 1 })).total
      : tally.withTarget.length;

  async function* nodes(): AsyncGenerator<EntityNode, void, void> {
    for (const keys of inBatches([...tally.nodes.keys()].sort(byKey))) {
      const summaries = await store.entitiesById(keys);
      for (const key of keys) {
        const entity = summaries.get(key)?.entity;
        const count = tally.nodes.get(key);
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

  async function* statements(ids: readonly string[]): AsyncGenerator<Statement, void, void> {
    for (const some of inBatches(ids)) yield* await byId(store, some, filter);
  }

  async function* statementEdges(): AsyncGenerator<GraphEdge, void, void> {
    for await (const statement of statements(tally.withTarget)) {
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
    for (const id of [...tally.documents].sort(byKey)) {
      const document = known.get(id);
      if (document) yield document;
    }
  }

  return {
    view,
    attributes: {
      view,
      documents: tally.documents.size,
      statements: tally.statements,
      shown: total,
      total,
    },
    nodes,
    edges: () => (view === 'relations' ? relationEdges() : statementEdges()),
    statements: () => statements(tally.ids),
    documents,
    document: (id) => known?.get(id) ?? null,
  };
}
