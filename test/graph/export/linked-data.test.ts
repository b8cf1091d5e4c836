// JSON-LD and N-Quads are two writings of one thing: jsonld and n3 must read the same triples.

import { expect } from 'chai';
import jsonld from 'jsonld';
import { Parser } from 'n3';
import { serializeGraph } from '../../../graph/index.ts';
import { records, textOf } from './records.ts';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const iri = (id: string) => `urn:whowhom:${id}`;

const triplesOf = (text: string) =>
  new Parser({ format: 'N-Quads' })
    .parse(text)
    .map(({ subject, predicate, object }) => {
      const kind = 'datatype' in object ? object.datatype.value : object.termType;
      return JSON.stringify([subject.value, predicate.value, object.value, kind]);
    })
    .sort();

async function fromJsonLd(text: string): Promise<string> {
  return (await jsonld.toRDF(JSON.parse(text), {
    format: 'application/n-quads',
    documentLoader: () => {
      throw new Error('The context must be inside.');
    },
  })) as unknown as string;
}

for (const view of ['statements', 'relations'] as const) {
  it(`export, ${view} view: jsonld and n3 read the same triples`, async () => {
    const quads = triplesOf(await textOf('nquads', view));
    expect(quads.length).to.be.greaterThan(100);
    expect(triplesOf(await fromJsonLd(await textOf('jsonld', view)))).to.deep.equal(quads);
  });
}

describe('export as N-Quads', () => {
  it('has each statement in the graph of its document, with its ends and its quote', async () => {
    const quads = new Parser({ format: 'N-Quads' }).parse(await textOf('nquads', 'statements'));
    const objects = (subject: string, predicate: string) =>
      quads
        .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
        .map((quad) => [quad.object.value, quad.graph.value]);
    for (const { id, source, target, evidence } of records.statements) {
      const graph = iri(evidence.document);
      expect(objects(iri(id), `${rdf}subject`)).to.deep.equal([[iri(source.entity), graph]]);
      expect(objects(iri(id), `${rdf}object`)).to.deep.equal(
        target ? [[iri(target.entity), graph]] : [],
      );
      const quote = 'http://www.w3.org/ns/oa#exact';
      expect(objects(iri(`${id}:quote`), quote)).to.deep.equal([[evidence.exact, graph]]);
    }
  });

  it('has each relation with the statements it is derived from', async () => {
    const quads = new Parser({ format: 'N-Quads' }).parse(await textOf('nquads', 'relations'));
    const derived = quads.filter((quad) => quad.predicate.value.endsWith('wasDerivedFrom'));
    const withTarget = records.statements.filter((statement) => statement.target);
    expect(derived.map((quad) => quad.object.value).sort()).to.deep.equal(
      withTarget.map((statement) => iri(statement.id)).sort(),
    );
    const subjects = quads.filter((quad) => quad.predicate.value === `${rdf}subject`);
    expect(subjects).to.have.lengthOf(serializeGraph(records, { view: 'relations' }).edges.length);
  });
});
