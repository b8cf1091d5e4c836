// A PDF → its article, by unpdf (Mozilla's PDF.js without its viewer). Words stand on a page by
// their place; lines and paragraphs are found again in page-lines.ts.

import { getDocumentProxy } from 'unpdf';
import type { Article } from '../document.ts';
import { InputError } from '../input-error.ts';
import { type PlacedLine, paragraphsOf } from './page-lines.ts';

/** Files with more pages are not one article. */
const mostPages = 500;

/** The parts of PDF.js's answer that are used. */
interface TextItem {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly height?: number;
  readonly hasEOL?: boolean;
}

/** The lines of one page from its top, as the file orders them. */
function linesOf(items: readonly TextItem[]): PlacedLine[] {
  const lines: PlacedLine[] = [];
  let text = '';
  let [x, y, height] = [0, 0, 0];
  const close = (): void => {
    if (text.trim()) lines.push({ text: text.replace(/\s+/g, ' ').trim(), x, y, height });
    text = '';
    height = 0;
  };
  for (const { str, transform, height: tall, hasEOL } of items) {
    if (str === undefined) continue;
    if (text.trim() === '' && str.trim() !== '')
      [x, y] = [transform?.[4] ?? 0, transform?.[5] ?? 0];
    if (str.trim() !== '') height = Math.max(height, tall ?? 0);
    text += str;
    if (hasEOL) close();
  }
  close();
  return lines;
}

/** Names that programs write into the title of a file. */
const noTitle = /^(?:untitled|microsoft word|document\d*|.*\.(?:docx?|pdf|indd|qxd|odt|tmp))/i;

function stated(value: unknown): string | null {
  return typeof value === 'string' && value.trim() && !noTitle.test(value.trim()) ? value : null;
}

function refusal(error: unknown): InputError {
  const name = (error as Error | null)?.name ?? '';
  if (name === 'PasswordException') {
    return new InputError('The PDF is protected by a password; save a copy without one.');
  }
  return new InputError(
    `The file is not a valid PDF (${String((error as Error)?.message ?? error).slice(0, 100)}); expected one that a viewer opens.`,
  );
}

/** Reads a PDF. Rejects with an InputError where it is broken, protected, or pictures alone. */
export async function readPdf(bytes: Uint8Array): Promise<Article> {
  let pages: PlacedLine[][];
  let info: Readonly<Record<string, unknown>>;
  try {
    // PDF.js takes the bytes for itself, so it is given a copy.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    try {
      if (pdf.numPages > mostPages) {
        throw new InputError(
          `The PDF has ${pdf.numPages} pages, more than ${mostPages}; expected one article. Split it.`,
        );
      }
      info = ((await pdf.getMetadata().catch(() => null))?.info ?? {}) as Record<string, unknown>;
      pages = [];
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const page = await pdf.getPage(number);
        pages.push(linesOf((await page.getTextContent()).items as readonly TextItem[]));
        page.cleanup();
      }
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    throw error instanceof InputError ? error : refusal(error);
  }
  const text = paragraphsOf(pages).join('\n\n');
  if (!/\p{L}/u.test(text)) {
    throw new InputError(
      'The PDF holds no text, only pictures; read it with a text recognition program first.',
    );
  }
  return { text, title: stated(info.Title), author: stated(info.Author) };
}
