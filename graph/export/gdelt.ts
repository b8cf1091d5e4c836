// The sixteen columns of GDELT's Mentions table, tab-separated and without a header line, one line a
// statement. Unlike GDELT's, ids are ours and offsets count from the start of the text; the tone is the
// intensity of the event; the extra column names kind of act and both actors.

import type { Statement } from '../../schema/index.ts';
import type { GraphSource } from './source.ts';

/** 20220307000000 */
const moment = (iso: string | null | undefined): string => {
  const digits = (iso ?? '').replace(/\D/g, '').slice(0, 14);
  return digits === '' ? '' : digits.padEnd(14, '0');
};

/** A cell may hold neither tab nor line end. */
const cell = (value: string | number): string =>
  String(value)
    .toWellFormed()
    .replace(/[\t\r\n]+/g, ' ');

function line(statement: Statement, source: GraphSource): string {
  const { evidence, event, target } = statement;
  const document = source.document(evidence.document);
  const day = moment(document?.published);
  const extra = `${event?.type ?? ''};${statement.source.entity};${target?.entity ?? ''}`;
  const cells = [
    statement.id,
    moment(statement.time?.start) || day,
    day,
    document?.url ? 1 : 2,
    document?.publisher ?? '',
    document?.url ?? evidence.document,
    evidence.sentence + 1,
    statement.source.start,
    target?.start ?? -1,
    statement.relation.start,
    1,
    Math.round(statement.confidence.value * 100),
    '',
    event?.intensity ?? '',
    '',
    extra,
  ];
  return `${cells.map(cell).join('\t')}\n`;
}

export async function* writeGdelt(source: GraphSource): AsyncGenerator<string, void, void> {
  for await (const statement of source.statements()) yield line(statement, source);
}
