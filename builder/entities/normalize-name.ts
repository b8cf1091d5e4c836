// The form in which names are compared: "José  Díaz’s" and "Jose Diaz" are one.

/** Lower case, no accents, no possessive, no dots, single spaces, plain apostrophes and hyphens. */
export function normalizeName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/'s$/, '')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\./g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Initials of the capitalised words: "World Trade Organization" → "WTO". */
export function initialsOf(name: string): string {
  return (name.match(/(?<![\p{L}’'])\p{Lu}/gu) ?? []).join('');
}
