// The whole article with the sentence of a statement marked and brought into sight. The other
// sentences that something was read from are underlined faintly.

import type { Document, Statement } from '../../schema/index.ts';
import { fetchDocument, fetchStatements } from '../api.ts';
import { useResource } from '../use-resource.ts';
import type { Reading } from '../viewer-state.ts';
import { articleLink, writeDay } from '../wording.ts';
import { MarkedSegments, MarkKey, spansOf } from './marked-sentence.tsx';
import { cutText } from './marked-text.ts';
import { PanelFrame } from './panel-frame.tsx';

interface Article {
  readonly document: Document;
  readonly statements: readonly Statement[];
}

/** Most statements marked in one article. */
const MOST = 500;

async function fetchArticle(id: string, signal: AbortSignal): Promise<Article> {
  const [document, { items }] = await Promise.all([
    fetchDocument(id),
    fetchStatements({ document: id, limit: MOST }, signal),
  ]);
  return { document, statements: items };
}

function Text({ document, statements }: Article) {
  return <>{cutParagraph(document.text, statements)}</>;
}

/** Text without the chosen sentence: other sentences with evidence are underlined. */
function cutParagraph(text: string, statements: readonly Statement[], offset = 0) {
  const spans = statements.map(({ evidence }) => ({
    part: 'sentence' as const,
    start: evidence.start,
    end: evidence.end,
  }));
  return cutText(text, offset, spans).map(({ start, text: run, parts }) => (
    <span key={start} className={parts.length > 0 ? 'with-evidence' : undefined}>
      {run}
    </span>
  ));
}

/** A ref that brings its element into sight once, when it appears. */
function intoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'center' });
}

function ReadText({ article, chosen }: { readonly article: Article; readonly chosen: Statement }) {
  const { text } = article.document;
  const { start, end, exact } = chosen.evidence;
  return (
    <>
      {cutParagraph(text.slice(0, start), article.statements)}
      <strong key={chosen.id} className="chosen-sentence" ref={intoSight}>
        <MarkedSegments segments={cutText(exact, start, spansOf(chosen))} />
      </strong>
      {cutParagraph(text.slice(end), article.statements, end)}
    </>
  );
}

function Body({ article, reading }: { readonly article: Article; readonly reading: Reading }) {
  const { document, statements } = article;
  const chosen = statements.find(({ id }) => id === reading.statement);
  const link = document.url && chosen ? articleLink(document.url, chosen) : null;
  const facts = [
    document.publisher,
    document.author,
    document.published ? writeDay(document.published) : null,
  ];
  return (
    <>
      <p className="facts">
        {facts.filter(Boolean).join(' · ')}{' '}
        {link ? (
          <a href={link} target="_blank" rel="noreferrer noopener">
            original<span aria-hidden="true"> ↗</span>
          </a>
        ) : null}
      </p>
      {document.description ? <p className="note">{document.description}</p> : null}
      {chosen ? <MarkKey /> : null}
      <div className="article-text" dir="auto" lang={document.language ?? undefined}>
        {chosen ? <ReadText article={article} chosen={chosen} /> : <Text {...article} />}
      </div>
    </>
  );
}

export function ArticlePanel({ reading }: { readonly reading: Reading }) {
  const article = useResource(fetchArticle, reading.document);
  const title = article.status === 'ready' ? article.value.document.title : null;
  return (
    <PanelFrame label="Article" title={title ?? 'Article'} back="Back">
      {article.status === 'loading' ? <p className="muted">Opening the article…</p> : null}
      {article.status === 'failed' ? (
        <p role="alert">
          {article.detail}{' '}
          <button type="button" className="link" onClick={article.retry}>
            Try again
          </button>
        </p>
      ) : null}
      {article.status === 'ready' ? <Body article={article.value} reading={reading} /> : null}
    </PanelFrame>
  );
}
