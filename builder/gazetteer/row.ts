// What one row of a gazetteer says, in whatever form it was written: JSON, CSV or a PETRARCH
// dictionary. Rows that speak of one actor are joined later (join-rows.ts).

import type { EntityType } from '../../schema/index.ts';

/** Country and sectors of an actor in a time: the code `[DEUGOV >051122]`. Dates as YYYY(-MM(-DD)). */
export interface Affiliation {
  readonly country: string | null;
  readonly sectors: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

export interface RowRole {
  readonly title: string;
  /** Country code or name, as written. */
  readonly of: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface Row {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Null where the file does not say. */
  readonly type: EntityType | null;
  readonly wikidata: string | null;
  readonly country: string | null;
  /** Sectors at any time. */
  readonly sectors: readonly string[];
  readonly roles: readonly RowRole[];
  readonly affiliations: readonly Affiliation[];
  /** A dictionary in capitals does not say how a name is written. */
  readonly anyCase: boolean;
}

/** One file, read: its actors, its agent nouns (lower case, with sector) and what was doubtful. */
export interface GazetteerFile {
  readonly rows: readonly Row[];
  readonly agents: ReadonlyMap<string, string>;
  readonly warnings: readonly string[];
}

export const placeOf = (row: Row): string => `${row.file}:${row.line}`;

export const isDated = ({ from, to }: { from: string | null; to: string | null }): boolean =>
  from !== null || to !== null;
