// What one row of a gazetteer says, in whatever form it was written: JSON, CSV or a PETRARCH
// dictionary. Rows that speak of one actor are joined later (join-rows.ts).

import type { EntityType, GazetteerRole } from '../../schema/index.ts';

/** A role, or a code of a dictionary such as `[DEUGOV >051122]`: a time with country and sectors. */
export interface RowRole extends Partial<Omit<GazetteerRole, 'sectors'>> {
  readonly sectors?: readonly string[];
  readonly country?: string | null;
}

export interface Row {
  readonly file: string;
  /** Which row of the file it is; `GazetteerFile.lineOf` tells the line. */
  readonly number: number;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Null where the file does not say. */
  readonly type: EntityType | null;
  readonly wikidata: string | null;
  readonly country: string | null;
  /** Sectors at any time. */
  readonly sectors: readonly string[];
  readonly roles: readonly RowRole[];
  /** A dictionary in capitals does not say how a name is written. */
  readonly anyCase: boolean;
}

/** One file, read: its actors, its agent nouns (lower case, with sector) and what was doubtful. */
export interface GazetteerFile {
  readonly name: string;
  readonly rows: readonly Row[];
  /** The line of a row by its number; asked only where a line is to be named. */
  readonly lineOf: (number: number) => number;
  readonly agents: ReadonlyMap<string, string>;
  readonly warnings: readonly string[];
}

export const isDated = ({ from, to }: RowRole): boolean => from !== undefined || to !== undefined;
