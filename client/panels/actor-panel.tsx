// Who an actor is: type, country, roles, other names, with whom it has to do, and its statements.

import type { EntitySummary, Role } from '../../schema/index.ts';
import { fetchEntity } from '../api.ts';
import { entityNames } from '../renderer/node-pattern.ts';
import { useResource } from '../use-resource.ts';
import { plural, writeDay } from '../wording.ts';
import { MarkKey } from './marked-sentence.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { RelationList } from './relation-list.tsx';
import { ActorSign } from './signs.tsx';
import { StatementList } from './statement-list.tsx';
import { type GraphIndex, useGraphIndex } from './use-graph-index.ts';

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const MOST_ALIASES = 8;

/** The country's node, if it is in the graph, else its code. */
function countryName(code: string, index: GraphIndex): string {
  for (const node of index.nodes.values()) {
    if (node.entityType === 'country' && node.country === code) return node.name;
  }
  try {
    return countries.of(code) ?? code;
  } catch {
    return code; // three-letter codes are not known everywhere
  }
}

function describeRole({ title, of, from, to }: Role, index: GraphIndex): string {
  const where = of ? index.nodes.get(of)?.name : undefined;
  const years = [from, to].map((date) => (date ? writeDay(date) : '…')).join(' – ');
  return `${title}${where ? `, ${where}` : ''}${from || to ? ` (${years})` : ''}`;
}

function Facts({ summary }: { readonly summary: EntitySummary }) {
  const index = useGraphIndex();
  const { entity, statements, documents } = summary;
  const aliases = entity.aliases.filter(({ text }) => text !== entity.name);
  const country =
    entity.country && entity.type !== 'country' ? countryName(entity.country, index) : null;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Roles', entity.roles.map((role) => describeRole(role, index)).join('; ') || null],
    ['Country', country],
    ['Sector', entity.sectors.join(', ') || null],
    [
      'Also written',
      aliases
        .slice(0, MOST_ALIASES)
        .map(({ text }) => text)
        .join(' · ') || null,
    ],
  ];
  return (
    <>
      <p className="facts">
        <ActorSign type={entity.type} /> {entityNames[entity.type]} ·{' '}
        {plural(statements, 'statement')} in {plural(documents, 'article')}
      </p>
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
    </>
  );
}

function Partners({ id }: { readonly id: string }) {
  const { ranked } = useGraphIndex();
  const relations = ranked.filter(({ source, target }) => source === id || target === id);
  if (relations.length === 0) return null;
  return (
    <section>
      <h3 className="section-title">Relations</h3>
      <RelationList relations={relations} seenFrom={id} />
    </section>
  );
}

export function ActorPanel({ id }: { readonly id: string }) {
  const index = useGraphIndex();
  const summary = useResource(fetchEntity, id);
  const entity = summary.status === 'ready' ? summary.value.entity : undefined;
  return (
    <PanelFrame label="Actor" title={<bdi>{entity?.name ?? index.nodes.get(id)?.name ?? id}</bdi>}>
      {summary.status === 'ready' ? <Facts summary={summary.value} /> : null}
      {summary.status === 'failed' ? (
        <p role="alert">
          {summary.detail}{' '}
          <button type="button" className="link" onClick={summary.retry}>
            Try again
          </button>
        </p>
      ) : null}
      <Partners id={id} />
      <section>
        <h3 className="section-title">Statements</h3>
        <MarkKey />
        <StatementList key={id} query={{ entity: id, limit: 20 }} />
      </section>
    </PanelFrame>
  );
}
