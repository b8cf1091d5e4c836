import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { sampleGraph } from '../../graph-data/build-sample-graph.ts';
import { validate } from '../../schema/index.ts';

const committed = readFileSync(
  new URL('../../graph-data/sample-graph.json', import.meta.url),
  'utf8',
);

describe('graph-data: sample graph', () => {
  it('is a graph after the schema', () => {
    const result = validate('graph', JSON.parse(committed));
    expect(result.ok ? [] : result.errors).to.deep.equal([]);
  });

  it('is rebuilt byte for byte from the sample articles', async () => {
    expect((await sampleGraph()) === committed).to.equal(true);
  });
});
