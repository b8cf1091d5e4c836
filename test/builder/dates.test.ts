import { expect } from 'chai';
import { datesIn } from '../../builder/statements/dates.ts';
import type { StatementTime } from '../../schema/index.ts';
import { dateCases } from '../cases/dates.ts';

function written(time: StatementTime | undefined): string {
  if (!time) return 'none';
  if (!time.start) return 'unresolved';
  const days = time.start === time.end ? time.start : `${time.start}..${time.end}`;
  return `${days} ${time.precision} ${time.basis.replace('publication-', '')}`;
}

describe('builder: dates', () => {
  for (const [words, past, future] of dateCases) {
    it(`resolves "${words}"`, () => {
      const found = datesIn(`They met ${words} in Accra.`, '2026-03-04');
      expect(written(found[0]?.value(false)), 'past').to.equal(past);
      if (future) expect(written(found[0]?.value(true)), 'future').to.equal(future);
    });
  }

  it('leaves open what it cannot know without a day of publication', () => {
    const [tuesday, year] = datesIn('They met on Tuesday and in May 2019.', null);
    expect(written(tuesday?.value(false))).to.equal('unresolved');
    expect(written(year?.value(false))).to.equal('2019-05-01..2019-05-31 month explicit');
  });
});
