// The order of lists: by day and time of publication, newest first; no date comes last.

/**
 * A text that sorts as the moment does: `2022-03-07`, `2022-03-06T17:00:00.000Z` (from any
 * zone), and the empty text for no date.
 */
export function publishedKey(published: string | null): string {
  if (published === null || !published.includes('T')) return published ?? '';
  const moment = new Date(published);
  return Number.isNaN(moment.getTime()) ? published : moment.toISOString();
}
