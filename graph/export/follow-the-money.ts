// FollowTheMoney entities as JSON Lines (followthemoney.tech), for Aleph and its tools: actors, the
// articles, and each statement between two actors as an UnknownLink, of one actor as an Event.

import type { Entity, GraphEdge, RelationAttributes, Statement } from '../../schema/index.ts';
import { twoLetterCode } from './country-codes.ts';
import type { CitedDocument, GraphSource } from './source.ts';

const schemata: Readonly<Record<Entity['type'], string>> = {
  country: 'PublicBody',
  person: 'Person',
  organization: 'Organization',
  group: 'Organization',
  place: 'LegalEntity',
  other: 'LegalEntity',
};

type Properties = Readonly<Record<string, readonly (string | null | undefined)[]>>;

/** Ids there hold letters, digits, dots and hyphens alone; others are thrown away without a word. */
const idOf = (id: string): string => id.replace(/[^0-9A-Za-z.]/g, '-');

/** One line; properties and values that are empty are left out. */
function line(id: string, schema: string, properties: Properties): string {
  const said = Object.entries(properties)
    .map(([name, values]) => [name, values.filter((value) => value)] as const)
    .filter(([, values]) => values.length > 0);
  return `${JSON.stringify({ id: idOf(id), schema, properties: Object.fromEntries(said) })}\n`;
}

function entityLine({ id, type, name, aliases, identifiers, country, roles }: Entity): string {
  const others = aliases.map((alias) => alias.text).filter((text) => text !== name);
  return line(id, schemata[type], {
    name: [name],
    alias: others,
    country: [twoLetterCode(country)],
    wikidataId: [identifiers.wikidata],
    ...(type === 'person' ? { position: [...new Set(roles.map((role) => role.title))] } : {}),
  });
}

function documentLine(document: CitedDocument): string {
  return line(document.id, 'Article', {
    title: [document.title ?? document.url ?? document.id],
    sourceUrl: [document.url],
    publisher: [document.publisher],
    author: [document.author],
    publishedAt: [document.published],
  });
}

function statementLine(statement: Statement, document: CitedDocument | null): string {
  const { source, target, relation, event, time, evidence } = statement;
  const shared = {
    startDate: [time?.start],
    endDate: [time?.end],
    date: [time?.start ? null : document?.published?.slice(0, 10)],
    summary: [evidence.exact],
    sourceUrl: [document?.url],
    publisher: [document?.publisher],
    proof: [idOf(evidence.document)],
    recordId: [statement.id],
  };
  const denied = statement.polarity === 'negative' ? 'not: ' : '';
  const certain = statement.modality === 'actual' ? '' : `${statement.modality}: `;
  const role = `${certain}${denied}${event?.type ?? relation.lemma}: ${relation.text}`;
  return target
    ? line(statement.id, 'UnknownLink', {
        subject: [idOf(source.entity)],
        object: [idOf(target.entity)],
        role: [role],
        ...shared,
      })
    : line(statement.id, 'Event', {
        name: [role],
        involved: [idOf(source.entity)],
        location: [statement.location?.text],
        ...shared,
      });
}

function relationLine({ key, source, target, attributes }: GraphEdge): string {
  const { label, types, first, last, statements } = attributes as RelationAttributes;
  return line(`re-${key}`, 'UnknownLink', {
    subject: [idOf(source)],
    object: [idOf(target)],
    role: [[...types, label].join(', ')],
    startDate: [first],
    endDate: [last],
    recordId: [...statements],
  });
}

export async function* writeFollowTheMoney(
  source: GraphSource,
): AsyncGenerator<string, void, void> {
  for await (const node of source.nodes()) yield entityLine(node.entity);
  if (source.view === 'relations') {
    for await (const edge of source.edges()) yield relationLine(edge);
    return;
  }
  for await (const document of source.documents()) yield documentLine(document);
  for await (const statement of source.statements()) {
    yield statementLine(statement, source.document(statement.evidence.document));
  }
}
