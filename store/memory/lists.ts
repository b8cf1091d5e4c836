// The lists of a store in memory, each in its order.

import type {
  DocumentList,
  DocumentSummary,
  EntityList,
  Extraction,
  Judgement,
  JudgementList,
  RelationList,
  StatementList,
} from '../../schema/index.ts';
import { dayIn } from '../day.ts';
import { filterOf, listOf, type OneOrMany } from '../filter.ts';
import { publishedKey } from '../order.ts';
import type {
  DocumentQuery,
  EntityQuery,
  JudgementQuery,
  RelationQuery,
  StatementQuery,
} from '../queries.ts';
import { searchText, searchTextOf } from '../search-text.ts';
import { hasWords, searchWords } from '../search-words.ts';
import { byParts, pageOf } from './page.ts';
import { relationsOf } from './roll-ups.ts';
import { select } from './select.ts';
import type { Facts, ShownStatement, View } from './view.ts';

const isAmong = <Value>(asked: OneOrMany<Value> | undefined, value: Value | null): boolean =>
  asked === undefined || (value !== null && listOf(asked).includes(value));

export function documentSummary(
  facts: Facts,
  { document, statements }: Extraction,
): DocumentSummary {
  const { id, url, title, description, publisher, author, language, published } = document;
  return {
    id,
    url,
    title,
    description,
    publisher,
    author,
    language,
    published,
    duplicateOf: facts.duplicates.get(id) ?? null,
    statements: statements.length,
  };
}

export function documentList(facts: Facts, query: DocumentQuery): DocumentList {
  const { q, url, publisher, from, to, duplicateOf } = query;
  const words = searchWords(q);
  const items = [...facts.extractions.values()]
    .map((extraction) => documentSummary(facts, extraction))
    .filter((each) => {
      const day = dayIn(each.published);
      const words_ = [each.title, each.description, each.publisher].filter(Boolean).join(' ');
      return (
        (url === undefined || each.url === url) &&
        isAmong(publisher, each.publisher) &&
        (from === undefined || (day !== null && day >= from)) &&
        (to === undefined || (day !== null && day <= to)) &&
        (duplicateOf === undefined || each.duplicateOf === duplicateOf) &&
        (words === null || hasWords(words_, words))
      );
    });
  const compare = byParts(-1, 1);
  const keyOf = (each: DocumentSummary) => [publishedKey(each.published), each.id] as const;
  return pageOf(
    {
      list: 'documents',
      filter: { q, url, publisher, from, to, duplicateOf },
      items: items.sort((a, b) => compare(keyOf(a), keyOf(b))),
      keyOf,
      compare,
      example: ['', ''],
    },
    query,
  );
}

export function entityList(view: View, query: EntityQuery): EntityList {
  const { q = '', type, country, sector } = query;
  const pattern = q.trim() === '' ? null : searchText(q);
  const items = [...view.entities.values()].filter(
    ({ entity, documents }) =>
      documents > 0 &&
      (pattern === null || (pattern !== '' && searchTextOf(entity).includes(` ${pattern}`))) &&
      isAmong(type, entity.type) &&
      isAmong(country, entity.country) &&
      (sector === undefined || entity.sectors.some((each) => isAmong(sector, each))),
  );
  const compare = byParts(-1, 1);
  const keyOf = (each: (typeof items)[number]) => [each.statements, each.entity.id] as const;
  return pageOf(
    {
      list: 'entities',
      filter: { pattern, type, country, sector },
      items: items.sort((a, b) => compare(keyOf(a), keyOf(b))),
      keyOf,
      compare,
      example: [0, ''],
    },
    query,
  );
}

export function statementList(view: View, query: StatementQuery): StatementList {
  const { sort = 'newest' } = query;
  const compare =
    sort === 'confidence'
      ? byParts(-1, -1, 1, 1, 1)
      : byParts(1, sort === 'oldest' ? 1 : -1, 1, 1, 1);
  const keyOf = ({ statement, document, published }: ShownStatement) =>
    [
      sort === 'confidence' ? statement.confidence.value : 0,
      published,
      document.id,
      statement.relation.start,
      statement.id,
    ] as const;
  const page = pageOf(
    {
      list: 'statements',
      filter: { ...filterOf(query), sort },
      items: select(view, query).sort((a, b) => compare(keyOf(a), keyOf(b))),
      keyOf,
      compare,
      example: [0, '', '', 0, ''],
    },
    query,
  );
  return { ...page, items: page.items.map(({ statement }) => statement) };
}

export function relationList(view: View, query: RelationQuery): RelationList {
  const { by = 'quad', withIds = false } = query;
  return pageOf(
    {
      list: 'relations',
      filter: { ...filterOf(query), by },
      items: relationsOf(select(view, query), by, withIds),
      keyOf: (each) => [
        each.documents,
        each.statements,
        each.last ?? '',
        each.source,
        each.target,
        Number(each.reciprocal),
        each.quad,
        each.type ?? '',
      ],
      compare: byParts(-1, -1, -1, 1, 1, 1, 1, 1),
      example: [0, 0, '', '', '', 0, 0, ''],
    },
    query,
  );
}

export function judgementList(all: readonly Judgement[], query: JudgementQuery): JudgementList {
  const { kind, subject, by, deleted = false } = query;
  const items = all.filter(
    (each) =>
      isAmong(kind, each.kind) &&
      (subject === undefined || each.a === subject || each.b === subject) &&
      (by === undefined || each.by === by) &&
      (deleted || each.deletedAt === null),
  );
  const compare = byParts(-1, 1);
  const keyOf = (each: Judgement) => [Date.parse(each.at), each.id] as const;
  return pageOf(
    {
      list: 'judgements',
      filter: { kind, subject, by, deleted },
      items: items.sort((a, b) => compare(keyOf(a), keyOf(b))),
      keyOf,
      compare,
      example: [0, ''],
    },
    query,
  );
}
