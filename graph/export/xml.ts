// Text in XML 1.0: what is markup is escaped; what XML cannot hold at all (most control characters,
// half a surrogate pair) becomes U+FFFD.

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Written plainly, these would be read back as spaces in an attribute.
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** `escapeXml('a < "b"')` → `a &lt; &quot;b&quot;`, good for text and for attributes. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, '\uFFFD')
    .replace(/[&<>"\n\r\t]/g, (character) => entities[character] ?? character);
}
