// The whole article: every actor in it is marked and leads to its panel, every sentence that
// something was read from is underlined and shows its statements, the chosen one stands out. What
// the pointer is on here lights up in the graph, and the other way round.

import { useMemo } from 'react';
import type { Document, EntityType, Statement } from '../../schema/index.ts';
import { hover, openArticle, reveal } from '../commands.ts';
import { relationKey } from '../model/rows.ts';
import { documentOf, server } from '../server.ts';
import { useResource } from '../use-resource.ts';
import { type Reading, useViewer } from '../viewer-state.ts';
import { articleLink, plural, writeDay } from '../wording.ts';
import {
  type MentionSpan,
  mentionsIn,
  runsOf,
  type SentenceSpan,
  sentencesOf,
} from './article-marks.ts';
import { MarkedSegments, MarkKey, spansOf } from './marked-sentence.tsx';
import { cutText } from './marked-text.ts';
import { PanelFrame } from './panel-frame.tsx';
import { StatementCard } from './statement-card.tsx';
import { nameOf, useGraphIndex } from './use-graph-index.ts';

interface Article {
  readonly document: Document;
  readonly statements: readonly Statement[];
}

/** Most statements marked in one article. */
const MOST = 500;

async function fetchArticle(id: string, signal: AbortSignal): Promise<Article> {
  const [document, { items }] = await Promise.all([
    documentOf(id),
    server.listStatements({ document: [id], limit: MOST }, { signal }),
  ]);
  return { document, statements: items };
}

function Mention({ id, text }: { readonly id: string; readonly text: string }) {
  const index = useGraphIndex();
  const lit = useViewer(({ hovered }) => hovered?.kind === 'actor' && hovered.id === id);
  const type: EntityType = index.nodes.get(id)?.entityType ?? 'other';
  return (
    <a
      className="mention"
      href={`#actor=${id}`}
      data-entity={id}
      data-lit={lit || undefined}
      title={index.nodes.has(id) ? nameOf(index, id) : text}
      style={{ borderColor: `var(--entity-${type})` }}
      onClick={(event) => {
        event.preventDefault();
        reveal({ kind: 'actor', id });
      }}
      onPointerEnter={() => hover({ kind: 'actor', id })}
      onPointerLeave={() => hover(null)}
      onFocus={() => hover({ kind: 'actor', id })}
      onBlur={() => hover(null)}
    >
      {text}
    </a>
  );
}

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly mentions: readonly MentionSpan[];
}

function Runs({ text, from, to, mentions }: Piece) {
  return runsOf(text, from, to, mentions).map(({ start, text: run, entity }) =>
    entity ? <Mention key={start} id={entity} text={run} /> : <span key={start}>{run}</span>,
  );
}

/** A ref that brings its element into sight once, when it appears. */
function intoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'center' });
}

/** The chosen sentence: marked as its statement reads it. */
function Chosen({ text, chosen }: { readonly text: string; readonly chosen: Statement }) {
  const { start, end } = chosen.evidence;
  return (
    <strong className="chosen-sentence" ref={intoSight}>
      <MarkedSegments segments={cutText(text.slice(start, end), start, spansOf(chosen))} />
    </strong>
  );
}

function Sentence({
  sentence,
  piece,
  document,
}: {
  readonly sentence: SentenceSpan;
  readonly piece: Piece;
  readonly document: string;
}) {
  const { statements } = sentence;
  const keys = useMemo(() => statements.flatMap((each) => relationKey(each) ?? []), [statements]);
  const lit = useViewer(
    ({ hovered }) => hovered?.kind === 'relation' && keys.includes(hovered.key),
  );
  const [first] = statements;
  const [key] = keys;
  return (
    <span
      className="with-evidence"
      data-lit={lit || undefined}
      onPointerEnter={() => key && hover({ kind: 'relation', key })}
      onPointerLeave={() => hover(null)}
    >
      <Runs {...piece} />
      {first ? (
        <button
          type="button"
          className="sentence-button"
          data-count={statements.length}
          aria-label={`${plural(statements.length, 'statement')} of this sentence`}
          onClick={() => openArticle({ document, statement: first.id })}
        />
      ) : null}
    </span>
  );
}

function Text({
  article,
  chosen,
}: {
  readonly article: Article;
  readonly chosen: Statement | undefined;
}) {
  const { document, statements } = article;
  const { text } = document;
  const mentions = useMemo(() => mentionsIn(text, statements), [text, statements]);
  const sentences = useMemo(() => sentencesOf(statements), [statements]);
  const pieces = [];
  let at = 0;
  const plain = (to: number): void => {
    if (to > at) pieces.push(<Runs key={`p${at}`} {...{ text, from: at, to, mentions }} />);
    at = Math.max(at, to);
  };
  for (const sentence of sentences) {
    plain(sentence.start);
    if (chosen && sentence.statements.includes(chosen)) {
      const { start, end } = chosen.evidence;
      plain(start);
      pieces.push(<Chosen key={chosen.id} text={text} chosen={chosen} />);
      at = end;
      plain(sentence.end);
    } else {
      const piece = { text, from: sentence.start, to: sentence.end, mentions };
      pieces.push(
        <Sentence key={`s${at}`} sentence={sentence} piece={piece} document={document.id} />,
      );
      at = sentence.end;
    }
  }
  plain(text.length);
  return <>{pieces}</>;
}

/** The statements of the chosen sentence: the chosen one as evidence, the others to be chosen. */
function OfSentence({
  article,
  chosen,
}: {
  readonly article: Article;
  readonly chosen: Statement;
}) {
  const sentence = sentencesOf(article.statements).find((each) => each.statements.includes(chosen));
  const all = sentence?.statements ?? [chosen];
  const place = all.indexOf(chosen);
  const turn = (step: number): void => {
    const next = all[(place + step + all.length) % all.length];
    if (next) openArticle({ document: article.document.id, statement: next.id });
  };
  return (
    <section className="of-sentence" aria-label="The statement of the marked sentence">
      <h3 className="section-title">As it was read</h3>
      {all.length > 1 ? (
        <p className="muted small">
          Statement {place + 1} of {all.length} in this sentence{' '}
          <button type="button" className="link" onClick={() => turn(1)}>
            Next
          </button>
        </p>
      ) : null}
      <StatementCard statement={chosen} quoted={false} />
    </section>
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
    plural(statements.length, 'statement'),
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
        <Text article={article} chosen={chosen} />
      </div>
      {chosen ? <OfSentence key={chosen.id} article={article} chosen={chosen} /> : null}
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
