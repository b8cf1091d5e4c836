// Plain text whose lines were cut at a fixed width, as mails and old archives have it → one line a
// paragraph. A line break ends a sentence for the reader that follows, so it must mean something.

/** Lines of wrapped text are at least as long as this share of the longest. */
const leastShare = 0.6;
const [shortestWidth, longestWidth] = [50, 100];

/** Whether the lines of a paragraph were cut at a width. */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const width = Math.max(...lines.map((line) => line.length));
  if (width < shortestWidth || width > longestWidth) return false;
  const inner = lines.slice(0, -1);
  const broken = inner.filter((line) => !/[.!?:;”"’)]$/.test(line)).length;
  return (
    inner.every((line) => line.length >= leastShare * width) &&
    broken >= Math.ceil(inner.length / 2)
  );
}

/** The text with the lines of wrapped paragraphs joined; all else as it stands. */
export function unwrapped(text: string): string {
  return text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => {
      const lines = paragraph.split('\n').map((line) => line.trim());
      return isWrapped(lines) ? lines.join(' ') : paragraph;
    })
    .join('\n\n');
}
