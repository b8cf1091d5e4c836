// What a language model may ask: five tools that read, each with quotes and links in its answer.

import type { JsonSchemaType } from '@modelcontextprotocol/server';
import type { StatementFilter, Store } from '../../store/index.ts';
import { pathsBetween } from '../routes/paths.ts';
import { quoteLines, quotesOf } from './quotes.ts';

export interface ToolAnswer {
  readonly text: string;
  readonly data: Record<string, unknown>;
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: JsonSchemaType;
  readonly answer: (store: Store, input: Record<string, unknown>) => Promise<ToolAnswer>;
}

/** What a tool cannot answer; the message goes to the model. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

const actor = (description: string) => ({
  type: 'string',
  pattern: '^en_[0-9a-f]{24}$',
  description: `${description}: an id that search_actors gives.`,
});
const limit = (most: number, usual: number) => ({
  type: 'integer',
  minimum: 1,
  maximum: most,
  description: `At most so many; ${usual} where not given.`,
});
const day = (description: string) => ({
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description,
});
const types = {
  type: 'array',
  items: { type: 'string', pattern: '^[A-Za-z_]{1,40}$' },
  maxItems: 20,
  description: 'PLOVER types of event, for example CONSULT or ASSAULT.',
};

const input = (properties: Record<string, unknown>, required: readonly string[]): JsonSchemaType =>
  ({ type: 'object', additionalProperties: false, properties, required }) as JsonSchemaType;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
const numberOf = (value: unknown, usual: number): number =>
  typeof value === 'number' ? value : usual;

/** The entity of an id, by the id it has after merges. */
async function known(store: Store, id: unknown): Promise<{ id: string; name: string }> {
  const found = await store.entity(String(id));
  if (!found) {
    throw new ToolError(`There is no actor ${id}. Ask search_actors for the ids of actors.`);
  }
  return { id: found.entity.id, name: found.entity.name };
}

async function filterFrom(
  store: Store,
  { actor: one, other, types: some, from, to }: Record<string, unknown>,
): Promise<{ filter: StatementFilter; names: string }> {
  const a = await known(store, one);
  const b = other === undefined ? null : await known(store, other);
  const filter = {
    ...(b ? { pair: [a.id, b.id] as const } : { entity: a.id }),
    ...(Array.isArray(some) ? { type: some.map(String) } : {}),
    from: textOf(from),
    to: textOf(to),
  };
  return { filter, names: b ? `${a.name} and ${b.name}` : a.name };
}

const ofFilter = {
  actor: actor('The actor'),
  other: actor('Only what is between the actor and this one'),
  types,
  from: day('First day of publication, YYYY-MM-DD.'),
  to: day('Last day of publication, YYYY-MM-DD.'),
};

export const tools: readonly Tool[] = [
  {
    name: 'search_actors',
    title: 'Search actors',
    description:
      'Finds countries, people, organizations and groups by the beginning of a name or alias, with their ids and the newest quote about each.',
    input: input({ query: { type: 'string', minLength: 1, maxLength: 200 }, limit: limit(20, 5) }, [
      'query',
    ]),
    async answer(store, { query, limit: most }) {
      const { items, total } = await store.entities({
        q: String(query),
        limit: numberOf(most, 5),
      });
      const actors = [];
      const lines = [];
      for (const { entity, statements, documents } of items) {
        const newest = await store.statements({ entity: entity.id, limit: 1 });
        const quotes = await quotesOf(store, newest.items);
        const { id, name, type, country, roles } = entity;
        actors.push({ id, name, type, country, roles, statements, documents, quotes });
        lines.push(`${name} (${type}, ${id}): ${statements} statements\n${quoteLines(quotes)}`);
      }
      const head = `${items.length} of ${total} actors for “${query}”.`;
      return { text: [head, ...lines].join('\n'), data: { total, actors } };
    },
  },
  {
    name: 'get_relations',
    title: 'Get relations',
    description:
      'What an actor does to others and others to it, newest first, with the sentence each is written in; between two actors where both are given.',
    input: input({ ...ofFilter, limit: limit(50, 10) }, ['actor']),
    async answer(store, given) {
      const { filter, names } = await filterFrom(store, given);
      const found = await store.statements({ ...filter, limit: numberOf(given.limit, 10) });
      const quotes = await quotesOf(store, found.items);
      const relations = await store.relations({ ...filter, limit: 20 });
      const head = `${quotes.length} of ${found.total} statements about ${names}.`;
      return {
        text: `${head}\n${quoteLines(quotes)}`,
        data: { total: found.total, quotes, relations: relations.items },
      };
    },
  },
  {
    name: 'path_between',
    title: 'Path between two actors',
    description: 'The shortest paths of relations between two actors, with quotes for each step.',
    input: input(
      {
        from: actor('Where the path begins'),
        to: actor('Where it ends'),
        paths: limit(5, 1),
        maxLength: { ...limit(6, 4), description: 'Steps at most; 4 where not given.' },
      },
      ['from', 'to'],
    ),
    async answer(store, given) {
      const [from, to] = [await known(store, given.from), await known(store, given.to)];
      const found = await pathsBetween(
        store,
        {},
        {
          from: from.id,
          to: to.id,
          k: numberOf(given.paths, 1),
          maxLength: numberOf(given.maxLength, 4),
        },
      );
      const paths = [];
      const lines = [];
      for (const { actors, steps } of found.items) {
        lines.push(actors.map((each) => each.name).join(' – '));
        const told = [];
        for (const { a, b, total, statements } of steps) {
          const quotes = await quotesOf(store, statements);
          told.push({ a, b, total, quotes });
          lines.push(quoteLines(quotes));
        }
        paths.push({ actors, steps: told });
      }
      const none = `No path of so few steps joins ${from.name} and ${to.name}.`;
      return {
        text: lines.length > 0 ? lines.join('\n') : none,
        data: { complete: found.complete, paths },
      };
    },
  },
  {
    name: 'timeline',
    title: 'Timeline',
    description:
      'How much an actor, or two, are written about by day, week or month, how cooperative or hostile it is (intensity −10 to 10), with the newest quotes.',
    input: input({ ...ofFilter, by: { enum: ['day', 'week', 'month'] } }, ['actor']),
    async answer(store, given) {
      const { filter, names } = await filterFrom(store, given);
      const by = given.by === 'day' || given.by === 'week' ? given.by : 'month';
      const { items } = await store.timeline({ ...filter, by });
      const newest = await store.statements({ ...filter, limit: 5 });
      const quotes = await quotesOf(store, newest.items);
      const lines = items.map(
        ({ period, statements, cooperation, conflict, mean }) =>
          `${period}: ${statements} statements, ${cooperation} cooperation, ${conflict} conflict, mean intensity ${mean ?? 'unknown'}`,
      );
      return {
        text: [`${names} by ${by}:`, ...lines, quoteLines(quotes)].join('\n'),
        data: { by, periods: items, quotes },
      };
    },
  },
  {
    name: 'read_evidence',
    title: 'Read evidence',
    description:
      'The sentence of a statement with the text around it, and everything else that is read out of the same document.',
    input: input(
      {
        statement: {
          type: 'string',
          pattern: '^st_[0-9a-f]{24}$',
          description: 'Id of a statement.',
        },
      },
      ['statement'],
    ),
    async answer(store, { statement: id }) {
      const statement = await store.statement(String(id));
      if (!statement) throw new ToolError(`There is no statement ${id}. It may have been removed.`);
      const { document: where, start, end } = statement.evidence;
      const document = await store.document(where);
      const context = document?.text.slice(Math.max(0, start - 600), end + 600) ?? '';
      const others = await store.statements({ document: where, duplicates: true, limit: 50 });
      const [own] = await quotesOf(store, [statement]);
      const quotes = await quotesOf(
        store,
        others.items.filter((each) => each.id !== statement.id),
      );
      const text = [own ? quoteLines([own]) : '', `Context:\n${context}`].join('\n\n');
      return { text, data: { evidence: own, context, others: quotes } };
    },
  },
];
