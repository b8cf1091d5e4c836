// Small extractions with exact spans, written as marked sentences: `[Ann] <thanked> [Ben].` is a
// statement of Ann towards Ben; `{Cat}` is named without taking part; `[Ann] <resigned>.` has no
// target; `<=met>` is reciprocal. The sentences are made up.

import {
  contentHash,
  type Entity,
  type Extraction,
  identifier,
  type Statement,
  validate,
} from '../../schema/index.ts';

export interface Article {
  readonly url: string;
  readonly published?: string | null;
  readonly title?: string | null;
  readonly sentences: readonly string[];
}

export const entityId = (name: string): string => identifier('en', ['test', name]);
export const documentId = (url: string): string => identifier('doc', [url]);

interface Span {
  readonly mark: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The sentence without its marks, and the spans that were marked. */
function read(marked: string): { readonly plain: string; readonly spans: readonly Span[] } {
  let plain = '';
  const spans: Span[] = [];
  for (const part of marked.split(/(\[[^\]]+\]|\{[^}]+\}|<[^>]+>)/)) {
    const mark = part.startsWith('<=') ? '<=' : (/^[[{<]/.exec(part)?.[0] ?? '');
    const text = mark ? part.slice(mark.length, -1) : part;
    if (mark) spans.push({ mark, text, start: plain.length, end: plain.length + text.length });
    plain += text;
  }
  return { plain, spans };
}

function statementOf(
  document: string,
  sentence: number,
  offset: number,
  { plain, spans }: ReturnType<typeof read>,
): Statement[] {
  const [source, target] = spans.filter((span) => span.mark === '[');
  const relation = spans.find((span) => span.mark.startsWith('<'));
  if (!source || !relation) return [];
  const argument = ({ text, start, end }: Span) => ({
    entity: entityId(text),
    text,
    start: offset + start,
    end: offset + end,
  });
  const { text, start, end } = relation;
  return [
    {
      id: identifier('st', [document, offset, text]),
      kind: 'event',
      group: null,
      source: argument(source),
      relation: { text, lemma: text, start: offset + start, end: offset + end },
      target: target ? argument(target) : null,
      reciprocal: relation.mark === '<=',
      event: null,
      polarity: 'positive',
      modality: 'actual',
      time: null,
      location: null,
      attribution: { type: 'author', speaker: null, text: null, cue: null },
      evidence: {
        document,
        sentence,
        start: offset,
        end: offset + plain.length,
        exact: plain,
        prefix: '',
        suffix: '',
      },
      confidence: { value: 1, method: 'test' },
      provenance: { extractor: 'test@1', model: null, rule: 'marked' },
    },
  ];
}

function entitiesOf(names: readonly string[]): Entity[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({
    id: entityId(name),
    type: 'other',
    name,
    aliases: [{ text: name, count }],
    identifiers: {},
    country: null,
    sectors: [],
    roles: [],
  }));
}

/** The extraction of a marked article; it satisfies the schema, or this throws. */
export function extractionOf(article: Article): Extraction {
  const id = documentId(article.url);
  const sentences = article.sentences.map(read);
  let text = '';
  const statements = sentences.flatMap((sentence, index) => {
    const offset = text.length;
    text += `${sentence.plain}\n`;
    return statementOf(id, index, offset, sentence);
  });
  const named = sentences.flatMap(({ spans }) => spans.filter((span) => /[[{]/.test(span.mark)));
  const result = validate('extraction', {
    document: {
      id,
      url: article.url,
      title: article.title ?? null,
      description: null,
      publisher: 'The Test Post',
      author: null,
      language: 'en',
      published: article.published ?? null,
      retrieved: null,
      mediaType: 'text/plain',
      contentHash: contentHash(text),
      duplicateOf: null,
      text,
    },
    entities: entitiesOf(named.map((span) => span.text)),
    statements,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}
