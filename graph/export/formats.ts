// Every form in which a graph leaves: its name, what kind of file it is, and who writes it.

import type { GraphView } from '../../schema/index.ts';
import { writeCsv } from './csv.ts';
import { writeCypher } from './cypher.ts';
import { writeFollowTheMoney } from './follow-the-money.ts';
import { writeGdelt } from './gdelt.ts';
import { writeGexf } from './gexf.ts';
import { writeGraphml } from './graphml.ts';
import { writeJson } from './json.ts';
import { writeJsonLd } from './json-ld.ts';
import { writeNQuads } from './n-quads.ts';
import { writePlover } from './plover.ts';
import type { GraphSource } from './source.ts';

export interface ExportFormat {
  readonly mediaType: string;
  /** The end of the file's name. */
  readonly extension: string;
  readonly views: readonly GraphView[];
  readonly write: (source: GraphSource) => AsyncIterable<string | Uint8Array>;
}

const both: readonly GraphView[] = ['statements', 'relations'];
const one: readonly GraphView[] = ['statements'];

export const exportFormats = {
  json: { mediaType: 'application/json', extension: 'json', views: both, write: writeJson },
  gexf: { mediaType: 'application/gexf+xml', extension: 'gexf', views: both, write: writeGexf },
  graphml: {
    mediaType: 'application/graphml+xml',
    extension: 'graphml',
    views: both,
    write: writeGraphml,
  },
  csv: { mediaType: 'application/zip', extension: 'csv.zip', views: both, write: writeCsv },
  jsonld: {
    mediaType: 'application/ld+json',
    extension: 'jsonld',
    views: both,
    write: writeJsonLd,
  },
  nquads: { mediaType: 'application/n-quads', extension: 'nq', views: both, write: writeNQuads },
  cypher: { mediaType: 'text/plain', extension: 'cypher', views: both, write: writeCypher },
  plover: {
    mediaType: 'application/x-ndjson',
    extension: 'plover.jsonl',
    views: one,
    write: writePlover,
  },
  ftm: {
    mediaType: 'application/x-ndjson',
    extension: 'ftm.jsonl',
    views: both,
    write: writeFollowTheMoney,
  },
  gdelt: {
    mediaType: 'text/tab-separated-values',
    extension: 'mentions.tsv',
    views: one,
    write: writeGdelt,
  },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof exportFormats;

export const exportFormatNames = Object.keys(exportFormats) as ExportFormatName[];
