// Cuts a text at the edges of the spans that are to be marked, so that spans may overlap, touch,
// lie inside one another or reach out of the text. Example: 'ab cd' with source 0–2 and relation
// 1–4 becomes a(source) b(source, relation) ' c'(relation) d().

/** What a span of a sentence is. `sentence` marks the whole sentence within an article. */
export type Part = 'source' | 'relation' | 'target' | 'sentence';

export interface Span {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
}

/** A run of text and every part it belongs to. */
export interface Segment {
  readonly start: number;
  readonly text: string;
  readonly parts: readonly Part[];
}

/** `offset` is where the text begins in the document that the spans count from. */
export function cutText(text: string, offset: number, spans: readonly Span[]): Segment[] {
  const inside = spans
    .map(({ part, start, end }) => ({
      part,
      start: Math.max(0, start - offset),
      end: Math.min(text.length, end - offset),
    }))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const parts = inside.filter((span) => span.start <= start && span.end >= end);
    return { start, text: text.slice(start, end), parts: [...new Set(parts.map((p) => p.part))] };
  });
}
