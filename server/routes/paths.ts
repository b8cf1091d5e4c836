// GET /paths: how two actors are joined, with the statements on the way.

import { shortestPaths } from '../../graph/index.ts';
import type { Path, PathStep } from '../../schema/index.ts';
import type { StatementFilter, Store } from '../../store/index.ts';
import { actorsOf } from '../actors.ts';
import { filterOf, filterParameters } from '../filter.ts';
import { type Operation, operation } from '../operation.ts';
import { badQuery, notFound } from '../problem.ts';
import { about, identifierOf, wholeNumber } from '../query.ts';

/** The filter, less what the ends of a path say themselves; `from` and `to` are actors here. */
const {
  entity: _entity,
  source: _source,
  target: _target,
  pair: _pair,
  from: since,
  to: until,
  ...conditions
} = filterParameters;

const parameters = {
  ...conditions,
  since: about('First day.', since),
  until: about('Last day.', until),
  from: about('Where the path begins.', identifierOf('en')),
  to: about('Where it ends.', identifierOf('en')),
  k: about('How many paths; 1 where not given.', wholeNumber(1, 5)),
  maxLength: about('Steps at most; 4 where not given.', wholeNumber(1, 6)),
};

/** Statements that stand on a step of a path. */
const shown = 3;

async function stepOf(
  store: Store,
  filter: StatementFilter,
  a: string,
  b: string,
): Promise<PathStep> {
  const { items, total } = await store.statements({ ...filter, pair: [a, b], limit: shown });
  return { a, b, total, statements: items };
}

/** The paths with their actors and steps. */
export async function pathsBetween(
  store: Store,
  filter: StatementFilter,
  ends: {
    readonly from: string;
    readonly to: string;
    readonly k: number;
    readonly maxLength: number;
    /** How busy the two are. */
    readonly weights?: readonly [number, number];
  },
): Promise<{ items: Path[]; complete: boolean }> {
  const { paths, complete } = await shortestPaths({
    ...ends,
    partnersOf: (ids, among) => store.partners({ ids, among, filter }),
  });
  const actors = await actorsOf(store, paths.flat());
  const items: Path[] = [];
  for (const path of paths) {
    const steps: PathStep[] = [];
    for (const [index, a] of path.entries()) {
      const b = path[index + 1];
      if (b !== undefined) steps.push(await stepOf(store, filter, a, b));
    }
    const [first, ...rest] = path.flatMap((id) => actors.get(id) ?? []);
    if (first) items.push({ actors: [first, ...rest], steps });
  }
  return { items, complete };
}

export function pathOperations(store: Store): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/paths',
      id: 'findPaths',
      tag: 'Reading',
      summary: 'The shortest paths between two actors, with the statements on them.',
      query: parameters,
      answers: { 200: { about: 'Paths, shortest first.', schema: 'pathList' } },
      problems: [404],
      example: ({ entity, other }) => ({ query: { from: entity, to: other, k: '2' } }),
      answer: async ({ query, response }) => {
        const { from, to, k = 1, maxLength = 4, since: first, until: last, ...rest } = query;
        const missing = (['from', 'to'] as const).filter((name) => query[name] === undefined);
        if (from === undefined || to === undefined) {
          throw badQuery(
            missing.map((name) => ({
              pointer: `/query/${name}`,
              detail: `${name}: expected ${parameters[name].expected}, found nothing.`,
            })),
          );
        }
        const ends = await Promise.all([from, to].map((id) => store.entity(id)));
        for (const [index, id] of [from, to].entries()) {
          if (!ends[index]) throw notFound('entity', id);
        }
        const [a = from, b = to] = ends.map((end) => end?.entity.id);
        const [busy = 0, busier = 0] = ends.map((end) => end?.statements);
        const filter = filterOf({
          ...rest,
          ...(first === undefined ? {} : { from: first }),
          ...(last === undefined ? {} : { to: last }),
        });
        const asked = { from: a, to: b, k, maxLength, weights: [busy, busier] as const };
        response.json(await pathsBetween(store, filter, asked));
      },
    }),
  ];
}
