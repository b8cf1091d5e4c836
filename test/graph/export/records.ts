// Records that are hard to write down: markup, quotes, line ends, control characters, emoji, names of
// JavaScript's own properties; and the bytes of an export of them.

import {
  type CitedRecords,
  type ExportFormatName,
  exportFormats,
  recordsOf,
  sourceOf,
} from '../../../graph/index.ts';
import type { GraphView, Statement } from '../../../schema/index.ts';
import { extractions } from '../../store/articles.ts';
import { extractionOf } from '../../store/extraction.ts';

const wild = `a <b> & "c" 'd' \\ e;\tf; g 🐟 مرحبا =1+1 ]]> {x} #`;

const hostile = extractionOf({
  url: "https://example.org/?a=1&b='2'",
  title: `Title ${wild}\nsecond line`,
  published: '2024-04-01T10:00:00Z',
  sentences: [`[Ann; "Bob" & Co] <met & "b"> [${wild.replaceAll(/[[\]{}<>]/g, '')}] there.`],
});

const acts = [
  { type: 'CONSULT', quad: 1, intensity: 3.5 },
  { type: 'ASSAULT', quad: 4, intensity: -9.5 },
  { type: null, quad: 0, intensity: null },
] as const;

/** Every third statement with a kind of act, one of them denied, with a time, a place and a speaker. */
const enriched = (statement: Statement, index: number): Statement => ({
  ...statement,
  event: {
    scheme: 'PLOVER',
    mode: index % 2 ? 'aerial' : null,
    context: index % 2 ? ['military', 'a; b'] : [],
    rule: 'test',
    ...(acts[index % 3] as (typeof acts)[number]),
  },
  polarity: index % 4 === 1 ? 'negative' : 'positive',
  time:
    index % 2
      ? {
          text: 'on Monday',
          start: '2024-02-05',
          end: '2024-02-05',
          precision: 'day',
          basis: 'explicit',
        }
      : null,
  location: index % 3 ? null : { text: wild, entity: null, country: 'CHN' },
  attribution:
    index % 2
      ? { type: 'indirect', speaker: statement.source.entity, text: 'they', cue: 'said' }
      : statement.attribution,
});

/** Eleven statements or so in five documents. */
export const records: CitedRecords = (() => {
  const all = [...extractions, hostile];
  const { entities, statements } = recordsOf(all);
  return {
    documents: all.map((extraction) => extraction.document),
    entities: entities.map((entity, index) => ({
      ...entity,
      country: index % 2 ? 'CHN' : null,
      sectors: index % 2 ? ['GOV', 'MIL'] : [],
      identifiers: index % 3 ? {} : { wikidata: `Q${index + 1}` },
    })),
    statements: statements.map(enriched),
  };
})();

/** The export of the records, all chunks together. */
export async function bytesOf(format: ExportFormatName, view: GraphView): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of exportFormats[format].write(sourceOf(records, view))) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}

export const textOf = async (format: ExportFormatName, view: GraphView): Promise<string> =>
  (await bytesOf(format, view)).toString('utf8');
