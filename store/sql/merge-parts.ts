// What taking a merge back would part; see ../judgements/merge-parts.ts.

import type { Entity, MergePart } from '../../schema/index.ts';
import { type Ends, givenName, mergePart, splitOf } from '../judgements/index.ts';
import { bytesOf, idOf } from './codes.ts';
import type { Engine, Value } from './engine.ts';
import { entityJudgements } from './judge.ts';
import { describedBy } from './pack-entity.ts';
import { rowsOf } from './rows.ts';

type Row = {
  readonly key: number;
  readonly id: Uint8Array;
  readonly tally: string;
  readonly copies: string | null;
};

function entityRows(engine: Engine, ids: readonly string[]): Row[] {
  const bytes = ids.map((id) => bytesOf('en', id) as Value);
  const rows = rowsOf<Row>({ engine }, 'select key, id, tally, copies from entity where id', bytes);
  return rows.sort((a, b) => a.key - b.key);
}

/** Statements that have one of these entities as an end, by the ids as they were read. */
function endsOf(engine: Engine, keys: readonly number[]): Ends[] {
  const list = keys.map(() => '?').join(', ');
  const rows = engine.all<{
    document: number;
    source: number;
    target: number | null;
    reciprocal: number;
    quad: number;
  }>(
    `select document, source, target, reciprocal, quad from statement
     where hidden = 0 and (source in (${list}) or target in (${list}))`,
    [...keys, ...keys],
  );
  const ends = new Set(rows.flatMap(({ source, target }) => [source, target ?? source]));
  const found = rowsOf<Pick<Row, 'key' | 'id'>>(
    { engine },
    'select key, id from entity where key',
    [...ends],
  );
  const ids = new Map(found.map(({ key, id }) => [key, idOf('en', id)]));
  const idOfKey = (key: number): string => ids.get(key) ?? '';
  return rows.map(({ document, source, target, reciprocal, quad }) => ({
    document,
    source: idOfKey(source),
    target: target === null ? null : idOfKey(target),
    reciprocal: reciprocal !== 0,
    quad,
  }));
}

export function readMergeParts(engine: Engine, id: string): MergePart[] | null {
  const split = splitOf(entityJudgements(engine), id);
  if (!split) return null;
  const rows = entityRows(engine, [...split.parts.values()].flat());
  const statements = endsOf(
    engine,
    rows.map(({ key }) => key),
  );
  const entityFrom = (stands: string, members: readonly string[]): Entity => {
    const own = rows.filter((row) => members.includes(idOf('en', row.id)));
    const entity = describedBy(stands, own);
    const name = givenName(split.rest, members);
    return name === null ? entity : { ...entity, name };
  };
  return [...split.parts]
    .map(([stands, members]) => mergePart(entityFrom(stands, members), statements, split.canonical))
    .sort((a, b) => b.statements - a.statements || (a.entity.id < b.entity.id ? -1 : 1));
}
