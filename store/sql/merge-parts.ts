// What taking a merge back would part; see ../judgements/merge-parts.ts.

import {
  type Entity,
  emptyTally,
  entityOf,
  joinTallies,
  type MergePart,
} from '../../schema/index.ts';
import { type Ends, givenName, mergePart, splitOf } from '../judgements/index.ts';
import { bytesOf, idOf } from './codes.ts';
import type { Engine, Value } from './engine.ts';
import { entityJudgements } from './judge.ts';
import { unpackTally } from './pack-entity.ts';

type Row = {
  readonly key: number;
  readonly id: Uint8Array;
  readonly tally: string;
  readonly copies: string | null;
};

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

function entityRows(engine: Engine, ids: readonly string[]): Row[] {
  const bytes = ids.map((id) => bytesOf('en', id) as Value);
  return engine.all<Row>(
    `select key, id, tally, copies from entity where id in (${marks(ids)}) order by key`,
    bytes,
  );
}

/** Statements that have one of these entities as an end, by the ids as they were read. */
function endsOf(engine: Engine, keys: readonly number[]): Ends[] {
  const list = marks(keys);
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
  const ids = new Map<number, string>();
  const idOfKey = (key: number): string => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const [row] = engine.all<{ id: Uint8Array }>('select id from entity where key = ?', [key]);
    const id = row ? idOf('en', row.id) : '';
    ids.set(key, id);
    return id;
  };
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
    const join = (tallies: readonly (string | null)[]) =>
      tallies.map(unpackTally).reduce(joinTallies, emptyTally());
    const tally = join(own.map((row) => row.tally));
    const entity = entityOf(stands, tally.size > 0 ? tally : join(own.map((row) => row.copies)));
    const name = givenName(split.rest, members);
    return name === null ? entity : { ...entity, name };
  };
  return [...split.parts]
    .map(([stands, members]) => mergePart(entityFrom(stands, members), statements, split.canonical))
    .sort((a, b) => b.statements - a.statements || (a.entity.id < b.entity.id ? -1 : 1));
}
