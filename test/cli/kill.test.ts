// The program may be killed at any moment. `npm run bench:kill` does it fifty times.

import { expect } from 'chai';
import { killedRuns } from './killed-runs.ts';

describe('whowhom add, killed', () => {
  it('loses nothing, keeps nothing twice and goes on where it was', async function killed() {
    this.timeout(240_000);
    const result = await killedRuns({
      kills: 6,
      articles: 40,
      longest: 4000,
      random: Math.random,
    });
    expect(result).to.deep.include({
      kills: 6,
      lost: 0,
      faults: [],
      documents: 40,
      sameGraph: true,
    });
  });
});
