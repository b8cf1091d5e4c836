// The lines of the pages of a PDF → paragraphs: running heads and page numbers out, words that were
// cut at the end of a line together again, lines joined where the sentence goes on.

export interface PlacedLine {
  readonly text: string;
  /** Where the line begins, from the left and from the foot of the page, in points. */
  readonly x: number;
  readonly y: number;
  /** Of its letters, in points. */
  readonly height: number;
}

/** A line of the same words at the edge of this many pages is a running head or foot. */
const leastRepeats = 3;
/** Lines at each edge of a page that may be one. */
const edge = 2;
/** A gap of so many line heights ends a paragraph. */
const gap = 1.9;

/** Page numbers differ from page to page, what stands beside them does not. */
const shape = (text: string): string => text.replace(/\d+/g, '#').toLowerCase();

const atEdge = (index: number, count: number): boolean => index < edge || index >= count - edge;

function withoutRunningLines(pages: readonly (readonly PlacedLine[])[]): PlacedLine[][] {
  const seen = new Map<string, number>();
  for (const lines of pages) {
    const here = lines.filter((_, index) => atEdge(index, lines.length));
    for (const each of new Set(here.map(({ text }) => shape(text)))) {
      seen.set(each, (seen.get(each) ?? 0) + 1);
    }
  }
  const number = /^(?:page )?\d{1,4}(?: ?(?:\/|of) ?\d{1,4})?$/i;
  return pages.map((lines) =>
    lines.filter(({ text }, index) => {
      if (!atEdge(index, lines.length)) return true;
      return (seen.get(shape(text)) ?? 0) < leastRepeats && !number.test(text);
    }),
  );
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Whether a new paragraph begins with `line`, which stands behind `before` on the same page. */
function begins(
  before: PlacedLine,
  line: PlacedLine,
  body: { height: number; left: number },
): boolean {
  const height = body.height || 10;
  const down = before.y - line.y;
  if (down > gap * height) return true;
  if (Math.abs(before.height - line.height) > 0.25 * height) return true;
  const ended = /[.!?:”"’)]$/.test(before.text);
  // Up again is the next column: the sentence goes on there unless it has ended.
  if (down < -2 * height) return ended && /^[\p{Lu}“"‘(]/u.test(line.text);
  return ended && line.x > before.x + 0.8 * height && Math.abs(before.x - line.x) < 6 * height;
}

function join(text: string, next: string): string {
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(text) && /^\p{Ll}/u.test(next))
    return text.slice(0, -1) + next;
  return `${text} ${next}`;
}

/** The paragraphs of the pages in their order. */
export function paragraphsOf(pages: readonly (readonly PlacedLine[])[]): string[] {
  const bodies = withoutRunningLines(pages);
  const all = bodies.flat();
  const body = {
    height: median(all.map(({ height }) => height)),
    left: median(all.map(({ x }) => x)),
  };
  const paragraphs: string[] = [];
  let before: PlacedLine | null = null;
  for (const lines of bodies) {
    for (const [index, line] of lines.entries()) {
      const last = paragraphs.at(-1);
      const isNewPage = index === 0;
      const goesOn: boolean =
        last !== undefined &&
        before !== null &&
        (isNewPage ? !/[.!?:”"’)]$/.test(last) : !begins(before, line, body));
      if (goesOn && last !== undefined) paragraphs[paragraphs.length - 1] = join(last, line.text);
      else paragraphs.push(line.text);
      before = line;
    }
  }
  return paragraphs;
}
