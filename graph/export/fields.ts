// Nodes and edges as flat records, for the formats that know nothing deeper: GEXF, GraphML, CSV
// and Cypher share these columns, in this order.

import type {
  GraphEdge,
  RelationAttributes,
  Statement,
  StatementAttributes,
} from '../../schema/index.ts';
import type { EntityNode, GraphSource } from './source.ts';

export type Scalar = string | number | boolean | null;

export interface Field<Item> {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'double' | 'boolean';
  /** Null where there is nothing to say. */
  readonly of: (item: Item) => Scalar;
}

/** Several values in one cell; none of them holds a semicolon followed by a space. */
const joined = (values: readonly string[]): string | null =>
  values.length > 0 ? values.map((value) => value.replaceAll('; ', ', ')).join('; ') : null;

export const nodeFields: readonly Field<EntityNode>[] = [
  { name: 'label', type: 'string', of: ({ entity }) => entity.name },
  { name: 'entityType', type: 'string', of: ({ entity }) => entity.type },
  { name: 'country', type: 'string', of: ({ entity }) => entity.country },
  { name: 'sectors', type: 'string', of: ({ entity }) => joined(entity.sectors) },
  {
    name: 'aliases',
    type: 'string',
    of: ({ entity }) => joined(entity.aliases.map((alias) => alias.text)),
  },
  { name: 'iso3166', type: 'string', of: ({ entity }) => entity.identifiers.iso3166 ?? null },
  { name: 'wikidata', type: 'string', of: ({ entity }) => entity.identifiers.wikidata ?? null },
  { name: 'statements', type: 'integer', of: ({ attributes }) => attributes.statements },
  { name: 'documents', type: 'integer', of: ({ attributes }) => attributes.documents },
];

const relationFields: readonly Field<GraphEdge>[] = (
  [
    ['label', 'string', (each) => each.label],
    ['quad', 'integer', (each) => each.quad],
    ['weight', 'double', (each) => each.weight],
    ['first', 'string', (each) => each.first],
    ['last', 'string', (each) => each.last],
    ['types', 'string', (each) => joined(each.types)],
    ['uncertain', 'boolean', (each) => each.uncertain],
    ['statementIds', 'string', (each) => joined(each.statements)],
  ] as const satisfies readonly [
    string,
    Field<GraphEdge>['type'],
    (attributes: RelationAttributes) => Scalar,
  ][]
).map(([name, type, of]) => ({
  name,
  type,
  of: ({ attributes }) => of(attributes as RelationAttributes),
}));

function statementFields({ document }: GraphSource): readonly Field<GraphEdge>[] {
  const cited = (statement: Statement) => document(statement.evidence.document);
  const fields: readonly [string, Field<GraphEdge>['type'], (statement: Statement) => Scalar][] = [
    ['label', 'string', (each) => each.relation.text],
    ['lemma', 'string', (each) => each.relation.lemma],
    ['kind', 'string', (each) => each.kind],
    ['type', 'string', (each) => each.event?.type ?? null],
    ['mode', 'string', (each) => each.event?.mode ?? null],
    ['contexts', 'string', (each) => joined(each.event?.context ?? [])],
    ['quad', 'integer', (each) => each.event?.quad ?? 0],
    ['intensity', 'double', (each) => each.event?.intensity ?? null],
    ['polarity', 'string', (each) => each.polarity],
    ['modality', 'string', (each) => each.modality],
    ['sourceText', 'string', (each) => each.source.text],
    ['targetText', 'string', (each) => each.target?.text ?? null],
    ['dateText', 'string', (each) => each.time?.text ?? null],
    ['dateStart', 'string', (each) => each.time?.start ?? null],
    ['dateEnd', 'string', (each) => each.time?.end ?? null],
    ['datePrecision', 'string', (each) => each.time?.precision ?? null],
    ['place', 'string', (each) => each.location?.text ?? null],
    ['placeCountry', 'string', (each) => each.location?.country ?? null],
    ['attribution', 'string', (each) => each.attribution.type],
    ['speaker', 'string', (each) => each.attribution.speaker],
    ['speakerText', 'string', (each) => each.attribution.text],
    ['evidence', 'string', (each) => each.evidence.exact],
    ['evidenceStart', 'integer', (each) => each.evidence.start],
    ['evidenceEnd', 'integer', (each) => each.evidence.end],
    ['document', 'string', (each) => each.evidence.document],
    ['url', 'string', (each) => cited(each)?.url ?? null],
    ['title', 'string', (each) => cited(each)?.title ?? null],
    ['publisher', 'string', (each) => cited(each)?.publisher ?? null],
    ['published', 'string', (each) => cited(each)?.published ?? null],
    ['confidence', 'double', (each) => each.confidence.value],
    ['extractor', 'string', (each) => each.provenance.extractor],
    ['rule', 'string', (each) => each.provenance.rule],
  ];
  return fields.map(([name, type, of]) => ({
    name,
    type,
    of: ({ attributes }) => of((attributes as StatementAttributes).statement),
  }));
}

/** The columns of the edges of a graph, which depend on its view. */
export function edgeFields(source: GraphSource): readonly Field<GraphEdge>[] {
  return source.view === 'relations' ? relationFields : statementFields(source);
}
