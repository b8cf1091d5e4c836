// Recording judgements and applying them. What a judgement about entities changes is worked out
// anew for the entities it touches; one about a statement, for its document.

import type { Judgement, JudgementList } from '../../schema/index.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { listOf } from '../filter.ts';
import {
  type Canonical,
  canonicalEntities,
  givenName,
  judgementOf,
  membersOf,
  unknownSubject,
} from '../judgements/index.ts';
import type { JudgementQuery, NewJudgement } from '../queries.ts';
import { bytesOf } from './codes.ts';
import { addRelations, type Counted } from './contribution.ts';
import type { Engine, Value } from './engine.ts';
import { baseStatement } from './extraction.ts';
import { type Keeping, readStatements, rewriteStatement, statementColumns } from './facts.ts';
import type { DocumentRow, StatementRow } from './tables.ts';
import type { Writer } from './write.ts';

function recordsWhere(engine: Engine, condition: string, values: readonly Value[]): Judgement[] {
  return engine
    .all<{ record: string }>(
      `select record from judgement where ${condition} order by sequence`,
      values,
    )
    .map(({ record }) => JSON.parse(record));
}

/** Live judgements about entities. */
export const entityJudgements = (engine: Engine): Judgement[] =>
  recordsWhere(engine, "deleted = 0 and a like 'en%'", []);

export const canonicalNow = (engine: Engine): Canonical =>
  canonicalEntities(entityJudgements(engine));

function write({ engine }: Keeping, judgement: Judgement): void {
  const { id, kind, a, b, by, at, deletedAt } = judgement;
  engine.run(
    `insert into judgement (id, kind, a, b, made_by, made_at, deleted, record, sequence)
     values (?, ?, ?, ?, ?, ?, ?, ?, (select coalesce(max(sequence), 0) + 1 from judgement))
     on conflict (id) do update set deleted = excluded.deleted, record = excluded.record`,
    [id, kind, a, b, by, Date.parse(at), Number(deletedAt !== null), JSON.stringify(judgement)],
  );
}

const statementsOfEntity = `
  select document, source, target, reciprocal, quad, day, event_day, intensity, hidden
  from statement`;

/** Everything derived of these entities, made anew; `before` is which stood for which. */
function rejudgeEntities(keeping: Keeping, ids: readonly string[], before: Canonical): void {
  const { engine, entities } = keeping;
  const judgements = entityJudgements(engine);
  const now = canonicalEntities(judgements);
  const affected = new Set(
    ids.flatMap((id) =>
      [before, now].flatMap((each) => {
        const root = each.get(id) ?? id;
        return membersOf(each, root);
      }),
    ),
  );
  const keys = [...affected].flatMap((id) => entities.find(id) ?? []);
  if (keys.length === 0) return;
  for (const root of new Set(keys.map((key) => entities.canonicalOf(key)))) {
    engine.run('delete from relation where source = ? or target = ?', [root, root]);
  }
  for (const key of keys) {
    const id = entities.idOf(key);
    const root = now.get(id);
    entities.setCanonical(key, root === undefined ? key : entities.keyOf(root));
    entities.set(key, 0, 0, null);
    entities.dropForms(key);
  }
  const list = keys.map(() => '?').join(', ');
  const touching = engine.all<Counted>(
    `${statementsOfEntity} where hidden = 0 and source in (${list})
     union all
     ${statementsOfEntity} where hidden = 0 and target in (${list}) and source not in (${list})`,
    [...keys, ...keys, ...keys],
  );
  // A relation between two of them was deleted once and is counted once.
  addRelations(keeping, touching);
  for (const root of new Set(keys.map((key) => entities.canonicalOf(key)))) {
    const members = entities.membersOf(root);
    const own = new Set(members);
    const statements = touching.filter(
      ({ source, target }) => own.has(source) || (target !== null && own.has(target)),
    ).length;
    const [counted] = engine.all<{ n: number }>(
      `select count(*) as n from description
       join document on document.key = description.document
       where document.original is null and exists (
         select 1 from json_each(description.entities)
         where value in (${members.map(() => '?').join(', ')})
       )`,
      members,
    );
    const id = entities.idOf(root);
    const name = givenName(judgements, membersOf(now, id));
    entities.set(root, statements, counted?.n ?? 0, name === null ? null : JSON.stringify(name));
    entities.refresh(root);
  }
}

/** Reads the judgements about a statement anew, and what follows for its document. */
function rejudgeStatement(keeping: Keeping, writer: Writer, id: string): void {
  const { engine } = keeping;
  const [row] = engine.all<StatementRow>(
    `select ${statementColumns.join(', ')} from statement where id = ?`,
    [bytesOf('st', id) as Buffer],
  );
  if (!row) return;
  const [document] = engine.all<DocumentRow>('select * from document where key = ?', [
    row.document,
  ]) as [DocumentRow];
  const text: string = JSON.parse(document.text);
  const base = baseStatement(keeping, row, document, text);
  const part = () => ({
    isCopy: document.original !== null,
    described: [],
    statements: readStatements(keeping, document),
  });
  writer.contributions.take(part());
  rewriteStatement(keeping, writer.rejudge(row, document, base, text));
  writer.contributions.add(part());
}

function apply(keeping: Keeping, writer: Writer, judgement: Judgement, before: Canonical): void {
  const { a, b } = judgement;
  if (a.startsWith('st_')) rejudgeStatement(keeping, writer, a);
  else rejudgeEntities(keeping, b === null ? [a] : [a, b], before);
  writer.settle();
  keeping.engine.run('update revision set value = value + 1', []);
}

function isThere({ engine, entities }: Keeping, id: string): boolean {
  const bytes = bytesOf('st', id);
  if (!bytes) {
    const key = entities.find(id);
    if (key === null) return false;
    return entities.isDescribed(key);
  }
  return engine.all('select 1 from statement where id = ?', [bytes]).length > 0;
}

/** Records a judgement and applies it. */
export function addJudgement(keeping: Keeping, writer: Writer, given: NewJudgement): Judgement {
  const judgement = judgementOf(given);
  const [known] = recordsWhere(keeping.engine, 'id = ?', [judgement.id]);
  if (known) return known;
  const { a, b, change } = judgement;
  for (const id of [a, b, change?.source, change?.target]) {
    if (id != null && !isThere(keeping, id)) throw unknownSubject(id);
  }
  const before = canonicalNow(keeping.engine);
  write(keeping, judgement);
  apply(keeping, writer, judgement, before);
  return judgement;
}

export function undo(
  keeping: Keeping,
  writer: Writer,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: string },
): Judgement | null {
  const [known] = recordsWhere(keeping.engine, 'id = ?', [id]);
  if (!known || known.deletedAt !== null) return known ?? null;
  const undone: Judgement = { ...known, deletedAt: at, deletedBy: by };
  const before = canonicalNow(keeping.engine);
  write(keeping, undone);
  apply(keeping, writer, undone, before);
  return undone;
}

/** Judgements, newest first. */
export function listJudgements(engine: Engine, query: JudgementQuery): JudgementList {
  const { limit = 100, cursor, kind, subject, by, deleted = false } = query;
  const filter = { kind, subject, by, deleted };
  const after =
    cursor === undefined
      ? null
      : decodeCursor<[number, string]>('judgements', filter, cursor, [0, '']);
  const conditions: [string, readonly Value[]][] = [['1 = 1', []]];
  if (kind !== undefined) {
    const asked = listOf(kind);
    conditions.push([
      asked.length === 0 ? '1 = 0' : `kind in (${asked.map(() => '?').join(', ')})`,
      asked,
    ]);
  }
  if (subject !== undefined) conditions.push(['(a = ? or b = ?)', [subject, subject]]);
  if (by !== undefined) conditions.push(['made_by = ?', [by]]);
  if (!deleted) conditions.push(['deleted = 0', []]);
  const where = conditions.map(([text]) => text).join(' and ');
  const values = conditions.flatMap(([, given]) => given);
  const rows = engine.all<{ record: string; made_at: number; id: string }>(
    `select id, made_at, record from judgement where ${where}
     ${after ? 'and (made_at < ? or (made_at = ? and id > ?))' : ''}
     order by made_at desc, id limit ?`,
    [...values, ...(after ? [after[0], after[0], after[1]] : []), limit + 1],
  );
  const [counted] = engine.all<{ n: number }>(
    `select count(*) as n from judgement where ${where}`,
    values,
  );
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map(({ record }) => JSON.parse(record)),
    total: counted?.n ?? 0,
    next: last ? encodeCursor('judgements', filter, [last.made_at, last.id]) : null,
  };
}
