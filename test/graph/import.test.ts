// Graphs read in: our own exports come back with their counts and attributes, those of other programs
// as far as they go, and broken ones are refused.

import { expect } from 'chai';
import fc from 'fast-check';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import {
  ImportError,
  type ImportFormat,
  importFormats,
  importGraph,
  serializeGraph,
} from '../../graph/index.ts';
import { type Extraction, validate } from '../../schema/index.ts';
import { records, textOf } from './export/records.ts';

function expectSound(extraction: Extraction | null): asserts extraction is Extraction {
  const checked = validate('extraction', extraction);
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  const { document, statements } = checked.value;
  for (const { evidence, source, relation, target } of statements) {
    expect(document.text.slice(evidence.start, evidence.end)).to.equal(evidence.exact);
    expect(document.text.slice(source.start, source.end)).to.equal(source.text);
    expect(document.text.slice(relation.start, relation.end)).to.equal(relation.text);
    expect(document.text.slice(target?.start, target?.end)).to.equal(target?.text);
  }
}

describe('importGraph', () => {
  for (const format of importFormats) {
    it(`takes our ${format} of statements back`, async () => {
      const { extraction, skipped } = importGraph(
        await textOf(format, 'statements'),
        format,
        'graph',
      );
      expectSound(extraction);
      const expected = serializeGraph(records, { view: 'statements' });
      expect(extraction.statements).to.have.lengthOf(expected.edges.length);
      expect(skipped.every(({ reason }) => reason === 'a node that no edge leads to')).to.equal(
        true,
      );
      const said = (each: (typeof extraction.statements)[number]) =>
        JSON.stringify([
          each.source.entity,
          each.target?.entity,
          each.reciprocal,
          each.event?.type ?? null,
          each.event?.intensity ?? null,
          each.polarity,
          each.time?.start ?? null,
        ]);
      const originals = records.statements.filter((each) => each.target);
      expect(extraction.statements.map(said)).to.have.members(originals.map(said));
      const quoted = extraction.statements.map((each) => each.evidence.exact);
      expect(quoted.some((each) => each.includes('of closing the harbour'))).to.equal(true);
    });

    it(`takes our ${format} of relations back`, async () => {
      const { extraction } = importGraph(await textOf(format, 'relations'), format, 'graph');
      expectSound(extraction);
      expect(extraction.statements).to.have.lengthOf(
        serializeGraph(records, { view: 'relations' }).edges.length,
      );
    });
  }

  it('takes a graph that graphology-gexf wrote', () => {
    const graph = new MultiGraph();
    graph.addNode('1', { label: 'Ann & Co' });
    graph.addNode('2', { label: 'Ben' });
    graph.addNode('3', { label: 'Cat' });
    graph.addDirectedEdge('1', '2', { label: 'thanked' });
    graph.addUndirectedEdge('1', '2', { label: 'met', weight: 3 });
    const { extraction, skipped } = importGraph(gexf.write(graph), 'gexf', 'other');
    expectSound(extraction);
    expect(extraction.document.text.split('\n')).to.deep.equal([
      'Ann & Co — thanked — Ben.',
      'Ann & Co — met — Ben.',
    ]);
    expect(extraction.statements.map((each) => each.reciprocal)).to.deep.equal([false, true]);
    expect(skipped).to.deep.equal([
      { what: '3', reason: 'a node that no edge leads to', count: 1 },
    ]);
  });

  it('reports what it skips', () => {
    const graph = {
      nodes: [{ key: 'a' }, { key: 'a' }, { attributes: {} }, null],
      edges: [
        { source: 'a', target: 'nowhere' },
        { source: 'a' },
        { source: 'a', target: 'a', attributes: { label: 'praised', quad: 'x', intensity: 1e9 } },
      ],
    };
    const { extraction, skipped } = importGraph(JSON.stringify(graph), 'json', 'g');
    expectSound(extraction);
    expect(extraction.statements).to.have.lengthOf(1);
    expect(skipped.map(({ reason, count }) => `${count} ${reason}`).sort()).to.deep.equal([
      '1 a node whose key was there before',
      '1 an edge whose ends are not among the nodes',
      '1 an edge without source or target',
      '2 a node without a key',
    ]);
  });

  const broken: [what: string, format: ImportFormat, text: string][] = [
    ['an empty file', 'json', ''],
    ['other JSON', 'json', '{"a":1}'],
    ['an empty XML file', 'gexf', ''],
    ['other XML', 'gexf', '<a/>'],
    ['GEXF as GraphML', 'graphml', '<gexf/>'],
    ['XML cut off', 'graphml', '<graphml><graph><node id="1"'],
    [
      'entities of its own',
      'gexf',
      '<!DOCTYPE gexf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><gexf>&b;</gexf>',
    ],
    [
      'a file of this machine',
      'gexf',
      '<!DOCTYPE gexf [<!ENTITY a SYSTEM "file:///etc/passwd">]><gexf>&a;</gexf>',
    ],
    ['an unknown entity', 'graphml', '<graphml>&nothing;</graphml>'],
  ];
  for (const [what, format, text] of broken) {
    it(`refuses ${what}`, () => {
      expect(() => importGraph(text, format, 'g')).to.throw(ImportError);
    });
  }

  it('makes nothing but sound extractions of whatever JSON', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    );
    const attributes = fc.dictionary(
      fc.constantFrom(
        'label',
        'name',
        'type',
        'quad',
        'evidence',
        'sourceText',
        'targetText',
        '__proto__',
        'dateStart',
        'country',
        'kind',
        'sectors',
      ),
      value,
    );
    const key = fc.constantFrom('a', 'b', '__proto__', 'constructor');
    fc.assert(
      fc.property(
        fc.array(fc.record({ key, attributes })),
        fc.array(fc.record({ source: key, target: key, undirected: fc.boolean(), attributes })),
        (nodes, edges) => {
          const { extraction } = importGraph(JSON.stringify({ nodes, edges }), 'json', 'g');
          if (extraction) expectSound(extraction);
        },
      ),
      { numRuns: 200 },
    );
  });
});
