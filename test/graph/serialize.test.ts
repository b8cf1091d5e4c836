import { expect } from 'chai';
import { MultiGraph } from 'graphology';
import { build } from '../../builder/index.ts';
import { languageModel } from '../../cli/index.ts';
import { formatGraph, recordsOf, serializeGraph } from '../../graph/index.ts';
import { type Extraction, type RelationAttributes, validate } from '../../schema/index.ts';
import { readArticle } from '../../sources/index.ts';

async function extraction(published: string, text: string): Promise<Extraction> {
  const article = new TextEncoder().encode(JSON.stringify({ published, text }));
  const { document, entities, statements } = await build(
    readArticle(article, 'a.json'),
    await languageModel('wasm'),
  );
  return { document, entities, statements };
}

describe('graph: serializeGraph', () => {
  let read: Extraction[];
  before(async () => {
    read = [
      await extraction('2022-01-02', 'China backed Russia. Russia attacked Ukraine. Xi met Putin.'),
      await extraction(
        '2022-03-04',
        'China supported Russia. Russia met China. Kenya did not attack Uganda.',
      ),
    ];
  });

  const names = (graph: MultiGraph) => graph.mapNodes((_, attributes) => attributes.name).sort();

  for (const view of ['relations', 'statements'] as const) {
    it(`gives a ${view} view that graphology reads and writes back`, () => {
      const serialized = serializeGraph(recordsOf(read), { view });
      expect(validate('graph', serialized)).to.have.property('ok', true);
      const graph = MultiGraph.from(serialized as never);
      expect(graph.size).to.equal(serialized.edges.length);
      expect(names(graph)).to.include.members(['China', 'Russia', 'Ukraine']);
      expect(graph.export().edges).to.have.deep.members(serialized.edges);
    });
  }

  it('rolls up by pair and kind of act; mutual ones are undirected', () => {
    const { nodes, edges } = serializeGraph(recordsOf(read), { view: 'relations' });
    const name = new Map(nodes.map((node) => [node.key, node.attributes.name]));
    const found = edges.map(({ source, target, undirected, attributes }) => {
      const { quad, weight, first, last, uncertain } = attributes as RelationAttributes;
      const ends = [name.get(source) as string, name.get(target) as string];
      const pair = undirected ? ends.sort().join(' – ') : ends.join(' → ');
      return `${pair} ${quad}: ${weight} ${first} ${last}${uncertain ? ' uncertain' : ''}`;
    });
    expect(found).to.include.members([
      'China → Russia 1: 2 2022-01-02 2022-03-04',
      'China – Russia 1: 1 2022-03-04 2022-03-04',
      'Russia → Ukraine 4: 1 2022-01-02 2022-01-02',
      'Kenya → Uganda 4: 1 2022-03-04 2022-03-04 uncertain',
    ]);
  });

  it('does not depend on the order of what was read', () => {
    for (const view of ['relations', 'statements'] as const) {
      expect(formatGraph(serializeGraph(recordsOf(read.toReversed()), { view }))).to.equal(
        formatGraph(serializeGraph(recordsOf(read), { view })),
      );
    }
  });

  it('cuts to the heaviest edges and says of how many', () => {
    const { attributes, nodes, edges } = serializeGraph(recordsOf(read), {
      view: 'relations',
      limit: 1,
    });
    expect([attributes.shown, edges.length, nodes.length]).to.deep.equal([1, 1, 2]);
    expect(attributes.total).to.be.greaterThan(3);
    expect(edges[0]?.attributes).to.include({ weight: 2 });
  });

  it('shows what one entity takes part in', () => {
    const all = recordsOf(read);
    const ukraine = all.entities.find((entity) => entity.name === 'Ukraine')?.id as string;
    const { nodes } = serializeGraph(all, { view: 'relations', entity: ukraine });
    expect(nodes.map((node) => node.attributes.name).sort()).to.deep.equal(['Russia', 'Ukraine']);
  });

  it('is empty of nothing', () => {
    const { attributes, nodes, edges } = serializeGraph(recordsOf([]), { view: 'statements' });
    expect({ nodes, edges }).to.deep.equal({ nodes: [], edges: [] });
    expect(attributes).to.deep.equal({
      view: 'statements',
      documents: 0,
      statements: 0,
      shown: 0,
      total: 0,
    });
  });
});
