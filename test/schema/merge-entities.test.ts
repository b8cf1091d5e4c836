import { expect } from 'chai';
import { type Entity, mergeEntities } from '../../schema/index.ts';

const entity = (change: Partial<Entity>): Entity => ({
  id: `en_${'1'.repeat(24)}`,
  type: 'person',
  name: 'Wang Yi',
  aliases: [{ text: 'Wang Yi', count: 1 }],
  identifiers: {},
  country: 'CHN',
  sectors: ['GOV'],
  roles: [],
  ...change,
});

const role = (title: string) => ({ title, of: null, from: null, to: null });

describe('schema: mergeEntities', () => {
  const a = entity({ roles: [role('foreign minister')] });
  const b = entity({
    type: 'other',
    name: 'Mr. Wang Yi',
    aliases: [
      { text: 'Wang', count: 2 },
      { text: 'Wang Yi', count: 3 },
    ],
    country: null,
    sectors: ['ELI'],
    roles: [role('diplomat'), role('foreign minister')],
  });

  it('adds up aliases and unites roles and sectors', () => {
    const merged = mergeEntities([a, b]);
    expect(merged.aliases).to.deep.equal([
      { text: 'Wang Yi', count: 4 },
      { text: 'Wang', count: 2 },
    ]);
    expect(merged.roles.map((each) => each.title)).to.deep.equal(['diplomat', 'foreign minister']);
    expect(merged.sectors).to.deep.equal(['ELI', 'GOV']);
    expect(merged.country).to.equal('CHN');
  });

  it('takes the name and type with most mentions behind them', () => {
    expect(mergeEntities([a, b]).name).to.equal('Mr. Wang Yi');
    expect(mergeEntities([a, b, a, a, a, a, a]).name).to.equal('Wang Yi');
  });

  it('does not depend on the order', () => {
    expect(mergeEntities([a, b])).to.deep.equal(mergeEntities([b, a]));
  });

  it('refuses nothing at all', () => {
    expect(() => mergeEntities([])).to.throw('at least one');
  });
});
