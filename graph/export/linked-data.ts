// The graph as RDF without RDF-star: a statement is an rdf:Statement and a prov:Entity; where it is
// written is a Web Annotation target with a quote and a position; a document is a schema.org article.
// Written as JSON-LD or as N-Quads from the same items. Everything has an IRI, nothing is blank.

import type { Entity, GraphEdge, RelationAttributes, Statement } from '../../schema/index.ts';
import type { CitedDocument, GraphSource } from './source.ts';

export const prefixes = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  schema: 'https://schema.org/',
  whowhom: 'urn:whowhom:term:',
} as const;

/** A value is text, number, boolean, a reference, or several; a property without any is left out. */
export type Value = string | number | boolean | { readonly '@id': string };
export interface Item {
  readonly '@id': string;
  readonly '@type': readonly string[];
  readonly [property: string]: Value | readonly Value[] | readonly string[];
}

const iri = (id: string): string => `urn:whowhom:${id}`;
const reference = (id: string): { '@id': string } => ({ '@id': iri(id) });

/** A name as the last part of an IRI: whatever is no letter, digit, `.`, `_` or `-` is escaped. */
const part = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

type Draft = Readonly<Record<string, Value | readonly Value[] | null | undefined>>;

function item(id: string, types: readonly string[], draft: Draft): Item {
  const said = Object.entries(draft).filter(
    (entry): entry is [string, Value | readonly Value[]] =>
      entry[1] !== null && entry[1] !== undefined && !(Array.isArray(entry[1]) && !entry[1].length),
  );
  return { '@id': iri(id), '@type': types, ...Object.fromEntries(said) };
}

const entityTypes: Readonly<Record<Entity['type'], string>> = {
  country: 'schema:Country',
  person: 'schema:Person',
  organization: 'schema:Organization',
  group: 'schema:Organization',
  place: 'schema:Place',
  other: 'schema:Thing',
};

function entityItem(entity: Entity): Item {
  const { wikidata, iso3166 } = entity.identifiers;
  return item(entity.id, [entityTypes[entity.type], 'prov:Agent'], {
    'schema:name': entity.name,
    'schema:alternateName': entity.aliases
      .map((alias) => alias.text)
      .filter((text) => text !== entity.name),
    'schema:sameAs': wikidata ? { '@id': `http://www.wikidata.org/entity/${wikidata}` } : null,
    'schema:identifier': iso3166 ?? null,
    'whowhom:entityType': entity.type,
    'whowhom:country': entity.country,
    'whowhom:sector': entity.sectors,
  });
}

function documentItem(document: CitedDocument): Item {
  return item(document.id, ['schema:NewsArticle', 'prov:Entity'], {
    'schema:url': document.url,
    'schema:headline': document.title,
    'schema:publisher': document.publisher,
    'schema:author': document.author,
    'schema:inLanguage': document.language,
    'schema:datePublished': document.published,
  });
}

function evidenceItems(statement: Statement): Item[] {
  const { document, exact, prefix, suffix, start, end } = statement.evidence;
  const { id } = statement;
  return [
    item(`${id}:passage`, ['oa:SpecificResource'], {
      'oa:hasSource': reference(document),
      'oa:hasSelector': [reference(`${id}:quote`), reference(`${id}:position`)],
    }),
    item(`${id}:quote`, ['oa:TextQuoteSelector'], {
      'oa:exact': exact,
      'oa:prefix': prefix,
      'oa:suffix': suffix,
    }),
    item(`${id}:position`, ['oa:TextPositionSelector'], { 'oa:start': start, 'oa:end': end }),
  ];
}

/** The predicate is the type of the event where it has one, else the lemma of the relation. */
function predicate({ event, relation }: Statement): { '@id': string } {
  return event?.type
    ? reference(`type:${part(event.scheme)}:${part(event.type)}`)
    : reference(`relation:${part(relation.lemma)}`);
}

function statementItem(statement: Statement): Item {
  const { id, source, target, relation, event, time, location, attribution } = statement;
  return item(id, ['rdf:Statement', 'prov:Entity'], {
    'rdf:subject': reference(source.entity),
    'rdf:predicate': predicate(statement),
    'rdf:object': target ? reference(target.entity) : null,
    'rdfs:label': relation.text,
    'whowhom:kind': statement.kind,
    'whowhom:reciprocal': statement.reciprocal,
    'whowhom:polarity': statement.polarity,
    'whowhom:modality': statement.modality,
    'whowhom:quad': event?.quad,
    'whowhom:intensity': event?.intensity,
    'whowhom:mode': event?.mode,
    'whowhom:context': event?.context,
    'schema:startDate': time?.start,
    'schema:endDate': time?.end,
    'schema:location': location?.text,
    'whowhom:confidence': statement.confidence.value,
    'whowhom:attribution': attribution.type,
    'prov:wasAttributedTo': attribution.speaker ? reference(attribution.speaker) : null,
    'prov:wasQuotedFrom': reference(statement.evidence.document),
    'oa:hasTarget': reference(`${id}:passage`),
    'prov:wasGeneratedBy': reference(`extractor:${part(statement.provenance.extractor)}`),
  });
}

function relationItem(edge: GraphEdge): Item {
  const attributes = edge.attributes as RelationAttributes;
  return item(`relation-of:${part(edge.key)}`, ['rdf:Statement', 'prov:Entity'], {
    'rdf:subject': reference(edge.source),
    'rdf:predicate': reference(`quad:${attributes.quad}`),
    'rdf:object': reference(edge.target),
    'rdfs:label': attributes.label,
    'whowhom:reciprocal': edge.undirected === true,
    'whowhom:quad': attributes.quad,
    'whowhom:weight': attributes.weight,
    'whowhom:type': attributes.types,
    'whowhom:uncertain': attributes.uncertain,
    'schema:startDate': attributes.first,
    'schema:endDate': attributes.last,
    'prov:wasDerivedFrom': attributes.statements.map(reference),
  });
}

/** An item and the document that says it; null for what no one document says. */
export interface SourcedItem {
  readonly item: Item;
  readonly document: string | null;
}

/** Entities, then documents and statements, or relations in the relation view. */
export async function* itemsOf(source: GraphSource): AsyncGenerator<SourcedItem, void, void> {
  for await (const node of source.nodes()) yield { item: entityItem(node.entity), document: null };
  if (source.view === 'relations') {
    for await (const edge of source.edges()) yield { item: relationItem(edge), document: null };
    return;
  }
  for await (const document of source.documents()) {
    yield { item: documentItem(document), document: null };
  }
  for await (const statement of source.statements()) {
    const document = iri(statement.evidence.document);
    yield { item: statementItem(statement), document };
    for (const each of evidenceItems(statement)) yield { item: each, document };
  }
}
