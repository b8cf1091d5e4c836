// Merging an actor with another: choose, see what would change, decide. And the merges that were
// made, each to be taken back.

import { useState } from 'react';
import type { EntitySummary, Judgement, JudgementPreview, MergeParts } from '../../schema/index.ts';
import { ActorPicker } from '../actor-picker.tsx';
import { notify } from '../commands.ts';
import { merge, split } from '../judgements.ts';
import { entityNames } from '../renderer/node-pattern.ts';
import { server } from '../server.ts';
import { useGraphIndex } from '../shown.ts';
import { useResource } from '../use-resource.ts';
import { useViewer } from '../viewer-state.ts';
import { plural, writeDay } from '../wording.ts';
import { ActorSign } from './signs.tsx';

interface SideProps {
  readonly summary: EntitySummary;
  readonly relations: number;
  readonly part: string;
}

function Side({ summary, relations, part }: SideProps) {
  const { entity, statements, documents } = summary;
  return (
    <li>
      <p className="kicker">{part}</p>
      <p>
        <ActorSign type={entity.type} /> <strong dir="auto">{entity.name}</strong>,{' '}
        {entityNames[entity.type].toLowerCase()}
      </p>
      <p className="muted small">
        {plural(statements, 'statement')} in {plural(relations, 'relation')} and{' '}
        {plural(documents, 'article')};{' '}
        {entity.aliases
          .slice(0, 4)
          .map(({ text }) => text)
          .join(' · ')}
      </p>
    </li>
  );
}

interface ChoiceProps {
  readonly act: string;
  readonly leave: string;
  readonly onAct: () => void;
  readonly onDone: () => void;
}

/** Does it or leaves it; either way it was decided. */
function Choice({ act, leave, onAct, onDone }: ChoiceProps) {
  return (
    <div className="actions">
      <button
        type="button"
        className="button"
        onClick={() => {
          onDone();
          onAct();
        }}
      >
        {act}
      </button>
      <button type="button" className="link" onClick={onDone}>
        {leave}
      </button>
    </div>
  );
}

function Preview({
  preview,
  onDone,
}: {
  readonly preview: JudgementPreview;
  readonly onDone: () => void;
}) {
  const index = useGraphIndex();
  const [stays, other] = preview.entities;
  if (!stays || !other) return null;
  return (
    <section className="merge-preview" aria-label="What merging would change">
      <ul>
        {[stays, other].map((summary) => (
          <Side
            key={summary.entity.id}
            summary={summary}
            relations={index.relationsOf(summary.entity.id).length}
            part={summary === stays ? 'Stays' : 'Becomes a name of it'}
          />
        ))}
      </ul>
      <p>
        Together {plural(preview.statements, 'statement')} in {plural(preview.documents, 'article')}
        .
        {preview.between > 0
          ? ` ${plural(preview.between, 'statement')} between the two would be of one about itself.`
          : ''}{' '}
        Nothing is overwritten; undo parts them again.
      </p>
      <Choice
        act="Merge"
        leave="Leave them apart"
        onAct={() => void merge(stays.entity.id, other.entity.id, other.entity.name)}
        onDone={onDone}
      />
    </section>
  );
}

const fetchMerges = async (key: string, signal: AbortSignal): Promise<readonly Judgement[]> => {
  const [id] = key.split(' ');
  return (await server.listJudgements({ kind: ['same'], subject: id ?? '' }, { signal })).items;
};

/** What a split would make, before it is decided. */
function SplitPreview({
  judgement,
  parts,
  onDone,
}: {
  readonly judgement: Judgement;
  readonly parts: MergeParts['parts'];
  readonly onDone: () => void;
}) {
  const parted = parts.length > 1;
  return (
    <section className="merge-preview" aria-label="What splitting would change">
      <ul>
        {parts.map(({ relations, ...summary }, place) => (
          <Side
            key={summary.entity.id}
            summary={summary}
            relations={relations}
            part={place === 0 ? 'Keeps' : 'Gets back'}
          />
        ))}
      </ul>
      <p>
        {parted
          ? 'A statement between the two counts on both sides. Undo merges them again.'
          : 'Another merge holds them together: nothing would part.'}
      </p>
      <Choice
        act="Split"
        leave="Leave it merged"
        onAct={() => void split(judgement)}
        onDone={onDone}
      />
    </section>
  );
}

/** Merges that this actor came out of. */
function Merges({ id }: { readonly id: string }) {
  const graph = useViewer((state) => state.graph);
  const total = graph.status === 'ready' ? graph.graph.nodes.length : 0;
  const merges = useResource(fetchMerges, `${id} ${total}`);
  const [looked, setLooked] = useState<MergeParts | null>(null);
  const look = (judgement: Judgement): void => {
    server.mergeParts(judgement.id).then(setLooked, (error: unknown) => {
      notify(error instanceof Error ? error.message : String(error));
    });
  };
  if (merges.status !== 'ready' || merges.value.length === 0) return null;
  return (
    <ul className="merges">
      {merges.value.map((judgement) => (
        <li key={judgement.id} className="small">
          Merged on {writeDay(judgement.at)} by {judgement.by}.{' '}
          <button type="button" className="link" onClick={() => look(judgement)}>
            Split again…
          </button>
          {looked?.judgement === judgement.id ? (
            <SplitPreview
              judgement={judgement}
              parts={looked.parts}
              onDone={() => setLooked(null)}
            />
          ) : null}
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
