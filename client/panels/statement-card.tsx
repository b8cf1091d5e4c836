// One statement as evidence: the sentence first, then who says so, when, and where it is written;
// last and small, what made it and how sure that is.

import type { Document, Statement } from '../../schema/index.ts';
import { fetchDocument } from '../api.ts';
import { openArticle } from '../commands.ts';
import { useResource } from '../use-resource.ts';
import { articleLink, modalityNames, quadNames, writeDay, writeTime } from '../wording.ts';
import { MarkedSentence } from './marked-sentence.tsx';
import { Name } from './name.tsx';
import { type GraphIndex, useGraphIndex } from './use-graph-index.ts';

const sentenceCase = (text: string): string => text.charAt(0) + text.slice(1).toLowerCase();

function Badges({ statement }: { readonly statement: Statement }) {
  const { event, kind, polarity, modality } = statement;
  const quad = event?.quad ?? 0;
  const type = event?.type
    ? sentenceCase(event.type)
    : kind === 'event'
      ? null
      : sentenceCase(kind);
  return (
    <ul className="badges">
      {type ? (
        <li className={`badge badge-quad-${quad}`} title={quadNames[quad]}>
          {type}
        </li>
      ) : null}
      {event?.mode ? <li className="badge">{event.mode}</li> : null}
      {polarity === 'negative' ? <li className="badge badge-warning">denied</li> : null}
      {modality === 'actual' ? null : (
        <li className="badge badge-warning">{modalityNames[modality]}</li>
      )}
    </ul>
  );
}

function saidBy({ attribution }: Statement, index: GraphIndex): string | null {
  if (attribution.type === 'author') return null;
  const known = attribution.speaker ? index.nodes.get(attribution.speaker)?.name : undefined;
  const speaker = known ?? attribution.text ?? 'a source';
  const words =
    attribution.text && known && attribution.text !== known ? ` (“${attribution.text}”)` : '';
  return `${attribution.type === 'direct-quote' ? 'Quoted from' : 'According to'} ${speaker}${words}`;
}

function Origin({
  statement,
  document,
}: {
  readonly statement: Statement;
  readonly document: Document;
}) {
  const { title, publisher, published, url } = document;
  const link = url ? articleLink(url, statement) : null;
  return (
    <>
      <button
        type="button"
        className="link origin-title"
        onClick={() => openArticle({ document: document.id, statement: statement.id })}
      >
        {title ?? 'Untitled article'}
      </button>
      <span className="origin-facts">
        {[publisher, published ? writeDay(published) : null].filter(Boolean).join(', ')}
        {link ? (
          <a href={link} target="_blank" rel="noreferrer noopener">
            original<span aria-hidden="true"> ↗</span>
          </a>
        ) : null}
      </span>
    </>
  );
}

function OriginOf({ statement }: { readonly statement: Statement }) {
  const document = useResource(fetchDocument, statement.evidence.document);
  return (
    <p className="origin">
      {document.status === 'ready' ? (
        <Origin statement={statement} document={document.value} />
      ) : (
        <span className="muted">
          {document.status === 'failed' ? document.detail : 'Looking up the article…'}
        </span>
      )}
    </p>
  );
}

/** What decided on the kind of act: the rule, and the words that weighed most. */
function codedBy({ event }: Statement): string | null {
  if (!event) return null;
  const words = (event.reasons ?? [])
    .filter(({ decides, text }) => decides === 'type' && text !== '')
    .map(({ text }) => `“${text}”`);
  return [event.rule, [...new Set(words)].join(', ')].filter(Boolean).join(': ');
}

export function StatementCard({ statement }: { readonly statement: Statement }) {
  const index = useGraphIndex();
  const { source, relation, target, confidence, provenance } = statement;
  const time = writeTime(statement.time);
  const speaker = saidBy(statement, index);
  const coded = codedBy(statement);
  return (
    <article className="statement" data-statement={statement.id}>
      <header className="statement-head">
        <h3>
          <Name id={source.entity} /> <em>{relation.text}</em>{' '}
          {target ? <Name id={target.entity} /> : null}
        </h3>
        <Badges statement={statement} />
      </header>
      <MarkedSentence statement={statement} />
      {speaker ? <p className="speaker">{speaker}</p> : null}
      {time ? (
        <p className="happened">
          Happened <time>{time}</time>
          {statement.location ? ` in ${statement.location.text}` : ''}
        </p>
      ) : null}
      <OriginOf statement={statement} />
      <p className="made-by">
        confidence {confidence.value.toFixed(2)} · {provenance.rule}
        {coded ? ` · ${coded}` : ''}
      </p>
    </article>
  );
}
