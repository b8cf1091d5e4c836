// The words of the interface for values of the model, and dates as a reader writes them.

import type { Modality, Quad, Statement, StatementTime } from '../schema/index.ts';

export const quadNames: readonly [string, string, string, string, string] = [
  'Unclassed',
  'Verbal cooperation',
  'Material cooperation',
  'Verbal conflict',
  'Material conflict',
];

export const quadExamples: readonly [string, string, string, string, string] = [
  'a role, an opinion, an act without a class',
  'praises, agrees, meets, appeals',
  'aids, trades, releases, withdraws',
  'accuses, rejects, warns, protests',
  'attacks, sanctions, arrests, blocks',
];

/** In the legend and the lists: what is most often looked for comes first. */
export const quadOrder: readonly Quad[] = [1, 2, 3, 4, 0];

export const modalityNames: Readonly<Record<Modality, string>> = {
  actual: 'actual',
  future: 'planned',
  hypothetical: 'hypothetical',
  demanded: 'demanded',
  threatened: 'threatened',
};

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const month = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2022-03-07` → 7 Mar 2022; what is no date stays as it is. */
export function writeDay(date: string): string {
  const time = new Date(date.length > 10 ? date : `${date.slice(0, 10)}T00:00:00Z`);
  if (/^\d{4}$/.test(date) || Number.isNaN(time.getTime())) return date;
  return day.format(time);
}

/** When it happened, no more exact than is known; null where nothing is known. */
export function writeTime(time: StatementTime | null): string | null {
  if (!time?.start) return time?.text ?? null;
  if (time.precision === 'year') return time.start.slice(0, 4);
  if (time.precision === 'month') return month.format(new Date(time.start));
  const start = writeDay(time.start);
  if (!time.end || time.end.slice(0, 10) === time.start.slice(0, 10)) return start;
  return `${start} – ${writeDay(time.end)}`;
}

/** A number as English newspapers write it: 12,000. */
export const writeNumber = (count: number): string => count.toLocaleString('en-GB');

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${writeNumber(count)} ${count === 1 ? one : many}`;
}

/** Text fragment of a sentence, for a link that opens the article at it. */
export function articleLink(url: string, { evidence }: Statement): string | null {
  if (!/^https?:\/\//i.test(url)) return null;
  const words = evidence.exact.trim().split(/\s+/);
  const encode = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
  const text =
    words.length <= 12
      ? encode(words.join(' '))
      : `${encode(words.slice(0, 6).join(' '))},${encode(words.slice(-5).join(' '))}`;
  return `${url.split('#')[0]}#:~:text=${text}`;
}
