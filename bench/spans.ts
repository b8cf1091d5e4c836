// Tokens and sentences as spans over the visible characters of a text, so that two ways of
// splitting can be compared whatever white space they keep.

/** Spans `start-end` of consecutive pieces; white space inside a piece does not count. */
export function spansOf(pieces: readonly string[]): string[] {
  let at = 0;
  return pieces.flatMap((piece) => {
    const length = piece.replace(/\s+/g, '').length;
    const span = `${at}-${at + length}`;
    at += length;
    return length > 0 ? [span] : [];
  });
}
