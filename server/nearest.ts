// The word that was probably meant: the one with the fewest letters to insert, delete or
// replace (Levenshtein distance).

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** `nearest('entitiy', ['limit', 'entity'])` → `entity`; the first of several; null of none. */
export function nearest(word: string, known: readonly string[]): string | null {
  const start = word.slice(0, 40);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const each of known) {
    const letters = distance(start.toLowerCase(), each);
    if (letters < least) {
      best = each;
      least = letters;
    }
  }
  return best;
}
