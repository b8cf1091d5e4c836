// Markdown → the text that a reader sees: marks of emphasis, links, headings and lists are taken off,
// pictures, code and tables left out, and the lines of a paragraph joined.

const entity: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function withoutMarks(paragraph: string): string {
  return paragraph
    .replace(/!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])/g, '')
    .replace(/\[\^[^\]\n]{1,40}\]:?/g, '')
    .replace(/\[([^\]\n]+)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\]\n]*\])/g, '$1')
    .replace(/<(https?:[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^<>\n]{0,300}>/gi, '')
    .replace(/(\*\*\*|\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/(^|[^\w*\\])\*(?=[^\s*])([^*\n]*[^\s*\\])\*(?!\w)/g, '$1$2')
    .replace(/(^|[^\w\\])_(?=[^\s_])([^_\n]*[^\s_\\])_(?!\w)/g, '$1$2')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entity[name] ?? '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** What stands at the head of a line for its kind: quotation, heading, list. */
function withoutHead(line: string): string {
  return line
    .replace(/^(?: {0,3}> ?)+/, '')
    .replace(/^ {0,3}#{1,6}\s+(.*?)\s*#*$/, '$1')
    .replace(/^\s*(?:[-*+]|\d{1,3}[.)])\s+(?=\S)/, '');
}

const rule = /^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,}|=+|-+)$/;
const definition = /^ {0,3}\[[^\]]+\]: *\S+/;
const tableRow = /^\s*\|.*\|\s*$/;
/** A line that opens a paragraph of its own. */
const opens = /^ {0,3}(?:#{1,6}\s|[-*+]\s+\S|\d{1,3}[.)]\s|>)/;

/** The first heading of the first level, which is the title where the metadata have none. */
export function headingOf(markdown: string): string | null {
  const match = /^\s*# +(.+?) *#*(?:\n|$)/.exec(markdown);
  return match?.[1] ? withoutMarks(match[1]) : null;
}

/** The text of Markdown; paragraphs stand apart by an empty line. */
export function textOfMarkdown(markdown: string): string {
  const body = markdown
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/^ {0,3}(```|~~~)[\s\S]*?(?:^ {0,3}\1[^\n]*$|$(?![\s\S]))/gm, '');
  const paragraphs: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    const text = withoutMarks(open.join(' ')).replace(/ {2,}/g, ' ').trim();
    if (text) paragraphs.push(text);
    open = [];
  };
  for (const line of body.split('\n')) {
    if (!/\S/.test(line) || rule.test(line) || definition.test(line) || tableRow.test(line)) {
      close();
      continue;
    }
    if (opens.test(line)) close();
    open.push(withoutHead(line).trim());
    if (/^ {0,3}#{1,6}\s/.test(line)) close();
  }
  close();
  return paragraphs.join('\n\n');
}
