// How many statements of a filter have each value.

import { type RawBuilder, sql } from 'kysely';
import type { Facets, FacetValue } from '../../schema/index.ts';
import type { StatementFilter } from '../filter.ts';
import { attributions, codeOf, idOf, kinds, modalities, polarities } from './codes.ts';
import { branchesOf, chosen, type Lookup } from './select.ts';
import type { Reading } from './tables.ts';

/** Most first, then by value. */
function facet(counted: Iterable<readonly [string, number]>): FacetValue[] {
  const counts = new Map<string, number>();
  for (const [value, count] of counted) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

interface Properties {
  readonly kind: number;
  readonly type: number | null;
  readonly quad: number;
  readonly polarity: number;
  readonly modality: number;
  readonly n: number;
}

interface Actors {
  readonly type: string;
  readonly country: string | null;
  readonly sectors: string;
  readonly other_type: string | null;
  readonly other_country: string | null;
  readonly other_sectors: string | null;
  readonly n: number;
}

const sectorsOf = (sectors: string | null): string[] => (sectors ?? '').split(',').filter(Boolean);

/** The values of both ends, each once. */
function ofActors(rows: readonly Actors[], valuesOf: (row: Actors) => (string | null)[]) {
  return facet(
    rows.flatMap((row) =>
      [...new Set(valuesOf(row))]
        .filter((value) => value !== null)
        .map((value) => [value, row.n] as const),
    ),
  );
}

export async function readFacets(
  reading: Reading,
  lookup: Lookup,
  filter: StatementFilter,
): Promise<Facets> {
  const branches = branchesOf(lookup, filter);
  const { terms } = lookup;
  const grouped = async <Row>(
    columns: string,
    query: (rows: RawBuilder<unknown>) => RawBuilder<Row>,
  ) => (await query(chosen(branches, sql.raw(columns))).execute(reading)).rows;
  const properties = await grouped<Properties>(
    'kind, type, quad, polarity, modality',
    (rows) => sql`select *, count(*) as n from ${rows} as chosen group by 1, 2, 3, 4, 5`,
  );
  const author = codeOf(attributions, 'author');
  const speakers = await grouped<{ author: number; id: Uint8Array | null; n: number }>(
    'attribution, speaker',
    (rows) => sql`
      select attribution = ${author} as author, stands.id as id, count(*) as n
      from ${rows} as chosen
      left join entity on entity.key = chosen.speaker
      left join entity as stands on stands.key = entity.canonical
      group by 1, 2`,
  );
  const publishers = await grouped<{ text: string; n: number }>(
    'document',
    (rows) => sql`
      select term.text as text, count(*) as n from ${rows} as chosen
      join document on document.key = chosen.document
      join term on term.key = document.publisher group by 1`,
  );
  const actors = await grouped<Actors>(
    'source, target',
    (rows) => sql`
      select s.type as type, s.country as country, s.sectors as sectors, t.type as other_type,
        t.country as other_country, t.sectors as other_sectors, count(*) as n
      from ${rows} as chosen
      join entity as s on s.key = chosen.source
      left join entity as t on t.key = chosen.target
      group by 1, 2, 3, 4, 5, 6`,
  );
  const of = (wordOf: (row: Properties) => string): FacetValue[] =>
    facet(properties.map((row) => [wordOf(row), row.n]));
  return {
    kind: of(({ kind }) => kinds[kind] as string),
    type: of(({ type }) => (type === null ? 'none' : terms.text(type))),
    quad: of(({ quad }) => String(quad)),
    polarity: of(({ polarity }) => polarities[polarity] as string),
    modality: of(({ modality }) => modalities[modality] as string),
    speaker: facet(
      speakers.flatMap((row): [string, number][] => {
        if (row.author === 1) return [['author', row.n]];
        return row.id === null ? [] : [[idOf('en', row.id), row.n]];
      }),
    ),
    publisher: facet(publishers.map(({ text, n }) => [JSON.parse(text), n])),
    country: ofActors(actors, (row) => [row.country, row.other_country]),
    sector: ofActors(actors, (row) => [...sectorsOf(row.sectors), ...sectorsOf(row.other_sectors)]),
    actorType: ofActors(actors, (row) => [row.type, row.other_type]),
  };
}
