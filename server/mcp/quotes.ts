// Statements as a language model should get them: who did what to whom, how certain, who says it, and
// always the sentence with a link to where it is written.

import type { Document, Statement } from '../../schema/index.ts';
import type { Store } from '../../store/index.ts';
import { actorsOf } from '../actors.ts';

export interface Quote {
  readonly statement: string;
  readonly source: { readonly id: string; readonly name: string };
  readonly relation: string;
  readonly target: { readonly id: string; readonly name: string } | null;
  readonly type: string | null;
  /** For example `denied`, `future`, `said by an actor`; empty for what simply is said to be so. */
  readonly reservations: readonly string[];
  readonly date: string | null;
  readonly quote: string;
  readonly document: {
    readonly id: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly published: string | null;
    /** To the sentence in the page, where the document has an address; else to the API. */
    readonly link: string;
  };
}

const encoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');

/** A link to the words in a page (URL fragment text directives). */
export function linkTo(document: Pick<Document, 'id' | 'url'> | null, id: string, words: string) {
  if (!document?.url) return `/api/v1/documents/${id}`;
  const parts = words.split(/\s+/);
  const few = parts.length <= 12;
  const start = (few ? parts : parts.slice(0, 6)).join(' ');
  const fragment = few ? encoded(start) : `${encoded(start)},${encoded(parts.slice(-6).join(' '))}`;
  return `${document.url.split('#')[0]}#:~:text=${fragment}`;
}

function reservationsOf(
  { polarity, modality, attribution }: Statement,
  nameOf: (id: string) => string,
): string[] {
  const { type, speaker, text } = attribution;
  return [
    ...(polarity === 'negative' ? ['denied'] : []),
    ...(modality === 'actual' ? [] : [modality]),
    ...(type === 'author' ? [] : [`said by ${speaker ? nameOf(speaker) : (text ?? 'somebody')}`]),
  ];
}

/** The statements as quotes, in their order. */
export async function quotesOf(store: Store, statements: readonly Statement[]): Promise<Quote[]> {
  const actors = await actorsOf(
    store,
    statements.flatMap(({ source, target, attribution }) =>
      [source.entity, target?.entity, attribution.speaker].filter((id) => typeof id === 'string'),
    ),
  );
  const nameOf = (id: string): string => actors.get(id)?.name ?? id;
  const documents = new Map<string, Document | null>();
  const quotes: Quote[] = [];
  for (const statement of statements) {
    const { id, source, target, relation, event, time, evidence } = statement;
    const known = documents.get(evidence.document);
    const document = known === undefined ? await store.document(evidence.document) : known;
    documents.set(evidence.document, document);
    quotes.push({
      statement: id,
      source: { id: source.entity, name: nameOf(source.entity) },
      relation: relation.text,
      target: target ? { id: target.entity, name: nameOf(target.entity) } : null,
      type: event?.type ?? null,
      reservations: reservationsOf(statement, nameOf),
      date: time?.start ?? document?.published?.slice(0, 10) ?? null,
      quote: evidence.exact,
      document: {
        id: evidence.document,
        title: document?.title ?? null,
        publisher: document?.publisher ?? null,
        published: document?.published ?? null,
        link: linkTo(document, evidence.document, evidence.exact),
      },
    });
  }
  return quotes;
}

/** One line a quote, for a reader of text. */
export function quoteLines(quotes: readonly Quote[]): string {
  return quotes
    .map(({ source, relation, target, reservations, date, quote, document }) => {
      const whom = target ? ` → ${target.name}` : '';
      const how = reservations.length > 0 ? ` (${reservations.join(', ')})` : '';
      const where = [document.publisher, document.title].filter((part) => part).join(', ');
      return `- ${date ?? 'undated'}: ${source.name} — ${relation}${whom}${how}\n  “${quote}”\n  ${where} ${document.link}`;
    })
    .join('\n');
}
