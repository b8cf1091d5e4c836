// Who an actor is: type, country, roles, other names, with whom it has to do, how that went over
// time, and its statements. The buttons change what of the graph is shown around it.

import { useMemo } from 'react';
import type { EntityDetail, Role } from '../../schema/index.ts';
import { embedded } from '../embedded.ts';
import { countryName, sectorName } from '../facet-wording.ts';
import type { Row } from '../model/rows.ts';
import { entityNames } from '../renderer/node-pattern.ts';
import { server } from '../server.ts';
import { useVisible } from '../shown.ts';
import { useResource } from '../use-resource.ts';
import { useViewer } from '../viewer-state.ts';
import { plural, writeDay } from '../wording.ts';
import { ActivityPlot } from './activity-plot.tsx';
import { ActorActions } from './actor-actions.tsx';
import { MarkKey } from './marked-sentence.tsx';
import { MergeActor } from './merge-dialog.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { PartnerList } from './partner-list.tsx';
import { RelationList } from './relation-list.tsx';
import { ActorSign } from './signs.tsx';
import { StatementList } from './statement-list.tsx';
import { type GraphIndex, useGraphIndex } from './use-graph-index.ts';

const MOST_ALIASES = 8;

function describeRole({ title, of, from, to }: Role, index: GraphIndex): string {
  const where = of ? index.nodes.get(of)?.name : undefined;
  const years = [from, to].map((date) => (date ? writeDay(date) : '…')).join(' – ');
  return `${title}${where ? `, ${where}` : ''}${from || to ? ` (${years})` : ''}`;
}

/** First and last day that an actor is spoken of. */
function seen(rows: readonly Row[]): string | null {
  const days = rows.flatMap(({ published }) => published ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  return first === last ? writeDay(first) : `${writeDay(first)} – ${writeDay(last)}`;
}

function Facts({
  summary,
  rows,
}: {
  readonly summary: EntityDetail;
  readonly rows: readonly Row[];
}) {
  const index = useGraphIndex();
  const { entity, statements, documents } = summary;
  const aliases = entity.aliases.filter(({ text }) => text !== entity.name);
  const country =
    entity.country && entity.type !== 'country' ? countryName(entity.country, index) : null;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Roles', entity.roles.map((role) => describeRole(role, index)).join('; ') || null],
    ['Country', country],
    ['Sector', entity.sectors.map(sectorName).join(', ') || null],
    [
      'Also written',
      aliases
        .slice(0, MOST_ALIASES)
        .map(({ text }) => text)
        .join(' · ') || null,
    ],
    ['Seen', seen(rows)],
  ];
  return (
    <>
      <p className="facts">
        <ActorSign type={entity.type} /> {entityNames[entity.type]} ·{' '}
        {plural(statements, 'statement')} in {plural(documents, 'article')}
      </p>
      <dl className="description">
        {facts.map(([term, text]) =>
          text ? (
            <div key={term}>
              <dt>{term}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </>
  );
}

/** The statements of an actor that pass the filters. */
function useRowsOf(id: string): readonly Row[] {
  const rows = useViewer((state) => state.rows);
  return useMemo(
    () => (rows ?? []).filter(({ source, target }) => source === id || target === id),
    [rows, id],
  );
}

function Partners({ id }: { readonly id: string }) {
  const index = useGraphIndex();
  const { edges } = useVisible();
  const relations = useMemo(
    () => index.relationsOf(id).filter(({ key }) => edges === null || edges.has(key)),
    [index, edges, id],
  );
  if (relations.length === 0) return null;
  return (
    <>
      <section>
        <h3 className="section-title">Has most to do with</h3>
        <PartnerList id={id} relations={relations} />
      </section>
      <section>
        <h3 className="section-title">Relations</h3>
        <RelationList relations={relations} seenFrom={id} />
      </section>
    </>
  );
}

const getEntity = (id: string, signal: AbortSignal): Promise<EntityDetail> =>
  server.getEntity(id, { signal });

export function ActorPanel({ id }: { readonly id: string }) {
  const index = useGraphIndex();
  const summary = useResource(getEntity, id);
  const entity = summary.status === 'ready' ? summary.value.entity : undefined;
  const rows = useRowsOf(id);
  return (
    <PanelFrame label="Actor" title={<bdi>{entity?.name ?? index.nodes.get(id)?.name ?? id}</bdi>}>
      {summary.status === 'ready' ? <Facts summary={summary.value} rows={rows} /> : null}
      {summary.status === 'failed' ? (
        <p role="alert">
          {summary.detail}{' '}
          <button type="button" className="link" onClick={summary.retry}>
            Try again
          </button>
        </p>
      ) : null}
      <ActorActions id={id} />
      {embedded() ? null : <MergeActor id={id} />}
      {rows.length > 1 ? <ActivityPlot rows={rows} /> : null}
      <Partners id={id} />
      <section>
        <h3 className="section-title">Statements</h3>
        <MarkKey />
        <StatementList key={id} query={{ entity: [id], limit: 20 }} />
      </section>
    </PanelFrame>
  );
}
