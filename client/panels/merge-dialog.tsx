// Merging an actor with another: choose, see what would change, decide. And the merges that were
// made, each to be taken back.

import { useState } from 'react';
import type { EntitySummary, Judgement, JudgementPreview } from '../../schema/index.ts';
import { ActorPicker } from '../actor-picker.tsx';
import { merge, split } from '../judgements.ts';
import { entityNames } from '../renderer/node-pattern.ts';
import { server } from '../server.ts';
import { useResource } from '../use-resource.ts';
import { useViewer } from '../viewer-state.ts';
import { plural, writeDay } from '../wording.ts';
import { ActorSign } from './signs.tsx';

function Side({ summary, part }: { readonly summary: EntitySummary; readonly part: string }) {
  const { entity, statements, documents } = summary;
  return (
    <li>
      <p className="kicker">{part}</p>
      <p>
        <ActorSign type={entity.type} /> <strong dir="auto">{entity.name}</strong>,{' '}
        {entityNames[entity.type].toLowerCase()}
      </p>
      <p className="muted small">
        {plural(statements, 'statement')} in {plural(documents, 'article')};{' '}
        {entity.aliases
          .slice(0, 4)
          .map(({ text }) => text)
          .join(' · ')}
      </p>
    </li>
  );
}

function Preview({
  preview,
  onDone,
}: {
  readonly preview: JudgementPreview;
  readonly onDone: () => void;
}) {
  const [stays, other] = preview.entities;
  if (!stays || !other) return null;
  return (
    <section className="merge-preview" aria-label="What merging would change">
      <ul>
        <Side summary={stays} part="Stays" />
        <Side summary={other} part="Becomes a name of it" />
      </ul>
      <p>
        Together {plural(preview.statements, 'statement')} in {plural(preview.documents, 'article')}
        .
        {preview.between > 0
          ? ` ${plural(preview.between, 'statement')} between the two would be of one about itself.`
          : ''}{' '}
        Nothing is overwritten; undo parts them again.
      </p>
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            onDone();
            void merge(stays.entity.id, other.entity.id, other.entity.name);
          }}
        >
          Merge
        </button>
        <button type="button" className="link" onClick={onDone}>
          Leave them apart
        </button>
      </div>
    </section>
  );
}

const fetchMerges = async (key: string, signal: AbortSignal): Promise<readonly Judgement[]> => {
  const [id] = key.split(' ');
  return (await server.listJudgements({ kind: ['same'], subject: id ?? '' }, { signal })).items;
};

/** Merges that this actor came out of. */
function Merges({ id }: { readonly id: string }) {
  const graph = useViewer((state) => state.graph);
  const total = graph.status === 'ready' ? graph.graph.nodes.length : 0;
  const merges = useResource(fetchMerges, `${id} ${total}`);
  if (merges.status !== 'ready' || merges.value.length === 0) return null;
  return (
    <ul className="merges">
      {merges.value.map((judgement) => (
        <li key={judgement.id} className="small">
          Merged on {writeDay(judgement.at)} by {judgement.by}.{' '}
          <button type="button" className="link" onClick={() => void split(judgement)}>
            Split again
          </button>{' '}
          <span className="muted">Both stand as before; their statements part by their names.</span>
        </li>
      ))}
    </ul>
  );
}

export function MergeActor({ id }: { readonly id: string }) {
  const [preview, setPreview] = useState<JudgementPreview | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const look = (other: string): void => {
    setFailed(null);
    server
      .previewJudgement({ kind: 'same', a: id, b: other })
      .then(setPreview, (error: unknown) =>
        setFailed(error instanceof Error ? error.message : String(error)),
      );
  };
  return (
    <div className="merge">
      <ActorPicker
        name="Merge with…"
        title="Choose the actor that is the same"
        but={id}
        pick={look}
      />
      {failed ? <p role="alert">{failed}</p> : null}
      {preview ? <Preview preview={preview} onDone={() => setPreview(null)} /> : null}
      <Merges id={id} />
    </div>
  );
}
