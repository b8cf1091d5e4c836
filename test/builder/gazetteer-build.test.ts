// The user's gazetteer in the whole builder: entities with what the rows say on the article's day.

import { expect } from 'chai';
import { build, joinGazetteers, readGazetteer } from '../../builder/index.ts';
import { languageModel } from '../../cli/index.ts';
import { type Entity, identifier, validate } from '../../schema/index.ts';
import { readArticle } from '../../sources/index.ts';

const actors = `ANA_TORRES_
+PRESIDENT_TORRES_
\t[KENELI 900101-130409]
\t[KENGOV 130409-220913]
RIVER_GUARD_ [KENREB]
WILL_ [KENGOV]
MARK_ [KENGOV]
`;
const agents = 'RIVER_WARDEN [~COP]\n';
const rows = JSON.stringify([
  {
    name: 'Penny Wu',
    type: 'person',
    country: 'AUS',
    roles: [{ title: 'senator', of: 'AUS', from: '2002', to: '2022', sectors: ['LEG'] }],
    wikidata: 'Q4242',
  },
  { name: 'Green Circle', aliases: ['GC', 'Circle Group'], type: 'organization', sectors: ['NGO'] },
]);

const { gazetteer, warnings } = joinGazetteers([
  readGazetteer(actors, 'actors.txt'),
  readGazetteer(agents, 'agents.txt'),
  readGazetteer(rows, 'rows.json'),
]);

const text = [
  'President Torres criticised Green Circle on Monday.',
  'Ana Torres met Foreign Minister Penny Wu in Nairobi.',
  'Torres accused the River Guard of attacking GC.',
  'Will talks resume? Mark the date.',
  'Kenyan river wardens arrested members of the Circle Group. Wu praised Kenya.',
].join(' ');

async function read(published: string | null, own = gazetteer) {
  const front = published ? `---\npublished: ${published}\n---\n` : '';
  const document = readArticle(new TextEncoder().encode(front + text), 'article.md');
  const reading = await build(document, await languageModel('wasm'), own);
  const entity = (name: string): Entity => {
    const same = reading.entities.filter((each) => each.name === name);
    expect(same, name).to.have.length(1);
    return same[0] as Entity;
  };
  return { reading, entity };
}

describe('builder: build with a gazetteer', () => {
  it('loads without doubt', () => expect(warnings).to.deep.equal([]));

  it('gives entities what the rows say, one each', async () => {
    const { reading, entity } = await read('2015-03-01');
    const { mentions, ...extraction } = reading;
    expect(validate('extraction', extraction)).to.have.property('ok', true);
    expect(mentions.length).to.be.above(8);
    expect(reading.entities.map(({ name }) => name).sort()).to.deep.equal([
      'Ana Torres',
      'Green Circle',
      'Kenya',
      'Kenyan river wardens',
      'Penny Wu',
      'River Guard',
      'members of the Circle Group',
    ]);
    expect(entity('Ana Torres')).to.deep.include({
      id: identifier('en', ['gazetteer:ana torres']),
      type: 'person',
      country: 'KEN',
      sectors: ['GOV'],
    });
    expect(entity('Ana Torres').aliases.map((alias) => alias.text)).to.have.members([
      'President Torres',
      'Ana Torres',
      'Torres',
    ]);
    expect(entity('River Guard')).to.deep.include({ type: 'group', sectors: ['REB'] });
    expect(entity('Green Circle').aliases).to.have.length(3);
    expect(entity('Penny Wu')).to.deep.include({
      id: identifier('en', ['gazetteer:Q4242']),
      identifiers: { wikidata: 'Q4242' },
      sectors: ['LEG'],
    });
    expect(entity('Penny Wu').roles).to.deep.include({
      title: 'senator',
      of: identifier('en', ['country:AUS']),
      from: '2002',
      to: '2022',
    });
    expect(entity('Penny Wu').roles.map((role) => role.title)).to.include('foreign minister');
  });

  it('reads an agent noun of the user with the country before it', async () => {
    const { reading, entity } = await read('2015-03-01');
    const nominal = reading.mentions.find((mention) => mention.kind === 'nominal');
    expect(nominal && reading.document.text.slice(nominal.start, nominal.end)).to.equal(
      'Kenyan river wardens',
    );
    expect(nominal?.entity).to.equal(entity('Kenyan river wardens').id);
    expect(entity('Kenyan river wardens')).to.deep.include({ country: 'KEN', sectors: ['COP'] });
  });

  it('takes the codes of the day, the ids stay', async () => {
    const [early, late, never] = await Promise.all(
      ['2001-03-01', '2024-03-01', null].map(async (day) => (await read(day)).entity('Ana Torres')),
    );
    expect(early).to.deep.include({ sectors: ['ELI'], country: 'KEN' });
    expect(late).to.deep.include({ sectors: [], country: 'KEN', id: early?.id });
    expect(never).to.deep.include({ sectors: [], country: 'KEN', id: early?.id });
  });

  it('an empty gazetteer changes nothing', async () => {
    const model = await languageModel('wasm');
    const { document } = (await read('2015-03-01')).reading;
    const { gazetteer: empty } = joinGazetteers([]);
    expect(await build(document, model, empty)).to.deep.equal(await build(document, model));
  });
});
