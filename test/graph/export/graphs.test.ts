// The forms that hold a graph, each read back by a reader that is not ours.

import { expect } from 'chai';
import { unzipSync } from 'fflate';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import Papa from 'papaparse';
import { formatGraph, serializeGraph } from '../../../graph/index.ts';
import {
  type GraphEdge,
  type GraphView,
  type RelationAttributes,
  type Statement,
  validate,
} from '../../../schema/index.ts';
import { bytesOf, records, textOf } from './records.ts';

const views: readonly GraphView[] = ['statements', 'relations'];
const expectedOf = (view: GraphView) => serializeGraph(records, { view });
const entityOf = (id: string) => records.entities.find((entity) => entity.id === id);
const statementOf = (id: string) =>
  records.statements.find((statement) => statement.id === id) as Statement;

type Edge = [
  key: string,
  attributes: Record<string, unknown>,
  source: string,
  target: string,
  undirected: boolean,
];

function edgesOf(graph: MultiGraph): Edge[] {
  return graph.mapEdges((key, attributes, source, target, _s, _t, undirected) => [
    key,
    attributes,
    source,
    target,
    undirected,
  ]);
}

/** Ends, direction and attributes agree with the graph that was written. */
function compare(view: GraphView, nodes: [string, Record<string, unknown>][], edges: Edge[]): void {
  const expected = expectedOf(view);
  expect(nodes.map(([key]) => key).sort()).to.deep.equal(expected.nodes.map((node) => node.key));
  for (const [key, attributes] of nodes) {
    const entity = entityOf(key);
    expect(attributes.label).to.equal(entity?.name);
    expect(String(attributes.sectors ?? '')).to.equal(entity?.sectors.join('; '));
    expect(String(attributes.wikidata ?? '')).to.equal(entity?.identifiers.wikidata ?? '');
  }
  const ends = (source: string, target: string, mutual: boolean) =>
    mutual ? [source, target].sort() : [source, target];
  const found = edges.map(([key, , source, target, mutual]) => [
    key,
    ...ends(source, target, mutual),
    mutual,
  ]);
  expect(found.sort()).to.deep.equal(
    expected.edges
      .map((edge) => [
        edge.key,
        ...ends(edge.source, edge.target, edge.undirected === true),
        edge.undirected === true,
      ])
      .sort(),
  );
  for (const [key, attributes] of edges) {
    if (view === 'statements') {
      const statement = statementOf(key);
      expect(attributes.evidence).to.equal(statement.evidence.exact);
      expect(Number(attributes.evidenceStart)).to.equal(statement.evidence.start);
      expect(Number(attributes.quad)).to.equal(statement.event?.quad);
      expect(String(attributes.intensity ?? '')).to.equal(String(statement.event?.intensity ?? ''));
      expect(String(attributes.place ?? '')).to.equal(statement.location?.text ?? '');
      const { title, url } = records.documents.find(
        (document) => document.id === statement.evidence.document,
      ) as { title: string | null; url: string };
      expect([attributes.title ?? '', attributes.url]).to.deep.equal([title ?? '', url]);
    } else {
      const edge = expected.edges.find((each) => each.key === key);
      const { weight, statements, uncertain } = (edge as GraphEdge)
        .attributes as RelationAttributes;
      expect(Number(attributes.weight)).to.equal(weight);
      expect(attributes.statementIds).to.equal(statements.join('; '));
      expect(String(attributes.uncertain)).to.equal(String(uncertain));
    }
  }
}

for (const view of views) {
  describe(`export, ${view} view`, () => {
    it('json: the bytes of formatGraph, by the schema, and graphology takes them', async () => {
      const text = await textOf('json', view);
      expect(text).to.equal(formatGraph(expectedOf(view)));
      expect(validate('graph', JSON.parse(text))).to.have.property('ok', true);
      expect(MultiGraph.from(JSON.parse(text)).size).to.equal(expectedOf(view).edges.length);
    });

    it('gexf: graphology-gexf reads it', async () => {
      const graph = gexf.parse(MultiGraph, await textOf('gexf', view)) as MultiGraph;
      compare(
        view,
        graph.mapNodes((key, attributes) => [key, attributes]),
        edgesOf(graph),
      );
    });

    it('graphml: graphology-graphml reads it', async () => {
      const graph = graphml.parse(MultiGraph, await textOf('graphml', view)) as MultiGraph;
      const edges = graph.mapEdges(
        (key, attributes, source, target): Edge => [
          key,
          attributes,
          source,
          target,
          attributes.undirected,
        ],
      );
      compare(
        view,
        graph.mapNodes((key, attributes) => [key, attributes]),
        edges,
      );
    });

    it('csv: unzipped, a CSV reader reads both tables', async () => {
      const files = unzipSync(await bytesOf('csv', view));
      expect(Object.keys(files)).to.deep.equal(['nodes.csv', 'edges.csv']);
      const [nodes, edges] = ['nodes.csv', 'edges.csv'].map((name) => {
        const text = new TextDecoder().decode(files[name]);
        const { data, errors } = Papa.parse<Record<string, string>>(text, {
          header: true,
          skipEmptyLines: true,
        });
        expect(errors).to.deep.equal([]);
        return data;
      }) as [Record<string, string>[], Record<string, string>[]];
      compare(
        view,
        nodes.map((row) => [row.id as string, row]),
        edges.map((row) => [
          row.id as string,
          row,
          row.source as string,
          row.target as string,
          row.undirected === 'true',
        ]),
      );
      expect(await bytesOf('csv', view)).to.deep.equal(await bytesOf('csv', view));
    });
  });
}
