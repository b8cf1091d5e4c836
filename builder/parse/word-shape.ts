// What of a word's written form the model sees beside its lower-case pieces.
// training/CONTRACT.md is the definition; training/wordpieces.py the twin.

const plainForms: ReadonlyMap<string, string> = new Map([
  ...[...'‘’‚‛′`´ʼ'].map((mark) => [mark, "'"] as const),
  ...[...'“”„‟″«»'].map((mark) => [mark, '"'] as const),
  ...[...'‐‑‒–—―−'].map((mark) => [mark, '-'] as const),
  ['…', '...'],
  ['\u00a0', ' '],
]);

/** Typographic quotes, dashes and ellipses as plain ones: "’s" → "'s", "—" → "-". */
export function plainWord(word: string): string {
  const text = [...word].map((character) => plainForms.get(character) ?? character).join('');
  if (text === "''") return '"';
  return /^-{2,}$/.test(text) ? '-' : text;
}

export const shapes = ['none', 'lower', 'title', 'upper', 'capital', 'mixed', 'digit'] as const;
export type Shape = (typeof shapes)[number];

/** The shape of a word as written: "Beijing" title, "NATO" upper, "I" capital, "27" digit. */
export function shapeOf(word: string): Shape {
  if (/[0-9]/.test(word)) return 'digit';
  const cased = [...word].filter((each) => each.toLowerCase() !== each.toUpperCase());
  if (cased.length === 0) return 'none';
  const capitals = cased.map((each) => each === each.toUpperCase());
  if (!capitals.includes(true)) return 'lower';
  if (!capitals.includes(false)) return cased.length === 1 ? 'capital' : 'upper';
  return capitals[0] && !capitals.slice(1).includes(true) ? 'title' : 'mixed';
}
