// One statement as evidence: the sentence first, then who says so, when, and where it is written;
// last and small, what made it and how sure that is, and the reader's own verdict.

import type { Document, Statement } from '../../schema/index.ts';
import { hover, openArticle } from '../commands.ts';
import { actName } from '../facet-wording.ts';
import { relationKey } from '../model/rows.ts';
import { documentOf } from '../server.ts';
import { useResource } from '../use-resource.ts';
import { useViewer } from '../viewer-state.ts';
import { articleLink, modalityNames, quadNames, writeDay, writeTime } from '../wording.ts';
import { MarkedSentence } from './marked-sentence.tsx';
import { Name } from './name.tsx';
import { type GraphIndex, useGraphIndex } from './use-graph-index.ts';
import { Verdict } from './verdict.tsx';

function Badges({ statement }: { readonly statement: Statement }) {
  const { event, kind, polarity, modality } = statement;
  const quad = event?.quad ?? 0;
  const type = event?.type ? actName(event.type) : kind === 'event' ? null : actName(kind);
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
  const document = useResource(documentOf, statement.evidence.document);
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

/** The words that weighed most for the kind of act. */
function decidingWords({ event }: Statement): string | null {
  const words = (event?.reasons ?? [])
    .filter(({ decides, text }) => decides === 'type' && text !== '')
    .map(({ text }) => `“${text}”`);
  return words.length > 0 ? [...new Set(words)].join(', ') : null;
}

/** Why it was coded so, and how sure that is. */
function Coding({ statement }: { readonly statement: Statement }) {
  const { confidence, provenance, event } = statement;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Found by', provenance.rule],
    ['Kind decided by', event?.rule ?? null],
    ['Words that decided', decidingWords(statement)],
    ['Intensity', event?.intensity == null ? null : `${event.intensity} of −10 to 10`],
    ['Confidence', `${confidence.value.toFixed(2)}, ${confidence.method}`],
    ['Read by', [provenance.extractor, provenance.model].filter(Boolean).join(', ')],
  ];
  return (
    <details className="made-by">
      <summary>
        <span className="confidence" aria-hidden="true">
          <span style={{ width: `${confidence.value * 100}%` }} />
        </span>
        confidence {confidence.value.toFixed(2)} · why so
      </summary>
      <dl className="description">
        {rows.map(([term, text]) =>
          text ? (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </details>
  );
}

export function StatementCard({
  statement,
  quoted = true,
}: {
  readonly statement: Statement;
  /** False where the sentence stands in its article already. */
  readonly quoted?: boolean;
}) {
  const index = useGraphIndex();
  const fresh = useViewer((state) => state.fresh.has(statement.id));
  const { source, relation, target } = statement;
  const time = writeTime(statement.time);
  const speaker = saidBy(statement, index);
  const key = relationKey(statement);
  const quad = statement.event?.quad ?? 0;
  return (
    <article
      className="statement"
      data-statement={statement.id}
      data-quad={quad}
      data-fresh={fresh || undefined}
      onPointerEnter={() => key && hover({ kind: 'relation', key })}
      onPointerLeave={() => hover(null)}
    >
      {quoted ? <MarkedSentence statement={statement} /> : null}
      {speaker ? <p className="speaker">{speaker}</p> : null}
      <header className="statement-head">
        <h4>
          <Name id={source.entity} words={source.text} /> <em>{relation.text}</em>{' '}
          {target ? <Name id={target.entity} words={target.text} /> : null}
        </h4>
        <Badges statement={statement} />
      </header>
      {time ? (
        <p className="happened">
          Happened <time>{time}</time>
          {statement.location ? ` in ${statement.location.text}` : ''}
        </p>
      ) : null}
      {quoted ? <OriginOf statement={statement} /> : null}
      <footer className="statement-foot">
        <Coding statement={statement} />
        <Verdict statement={statement} />
      </footer>
    </article>
  );
}
