import { expect } from 'chai';
import { gazetteerAt } from '../../builder/gazetteer/index.ts';
import { joinGazetteers, readGazetteer } from '../../builder/index.ts';

/** Text, the name in it, and the key of whom it means; null: nobody can tell. */
const cases: readonly (readonly [text: string, name: string, key: string | null])[] = [
  ['Congo accused Rwanda of sending soldiers.', 'Congo', 'country:COD'],
  ['Congo thanked Gabon. The port of Brazzaville reopened.', 'Congo', 'country:COG'],
  ['The Republic of Congo voted. Congo has two rounds.', 'Congo has', 'country:COG'],
  ['The Democratic Republic of Congo voted. Congo has one round.', 'Congo has', 'country:COD'],
  ['A ferry links Kinshasa and Brazzaville. Congo bought it.', 'Congo', null],
  ['Congolese officers were in Kinshasa when Congo signed.', 'Congo signed', 'country:COD'],
  ['Korea and Japan traded more.', 'Korea', null],
  ['Seoul signed. Korea and Japan trade more now.', 'Korea', 'country:KOR'],
  ['Pyongyang fired twice as Seoul looked on; Korea is divided.', 'Korea', null],
  ['Georgia and Armenia opened a road.', 'Georgia', 'country:GEO'],
  ['Georgia recounted its votes; Atlanta was last.', 'Georgia', null],
  ['Tbilisi sent a choir to Atlanta. Georgia paid for it.', 'Georgia', 'country:GEO'],
  ['Victoria closed its schools for a week.', 'Victoria', null],
  ['The Seychelles closed a bank. Victoria gave no reason.', 'Victoria', 'country:SYC'],
  ['Students of Georgetown marched.', 'Georgetown', null],
];

describe('names that more than one bears', () => {
  for (const [text, name, key] of cases) {
    it(`"${text}"`, () => {
      const found = gazetteerAt(null, null, text).match(text, text.indexOf(name));
      expect(found?.entity.key ?? null).to.equal(key);
    });
  }

  it('a headline in capitals, which is read as if it were not', () => {
    const found = gazetteerAt(null, null, 'VICTORIA BANS COAL').match('Victoria bans coal', 0);
    expect(found).to.equal(null);
  });

  it('the user’s own gazetteer says it first', () => {
    const rows = JSON.stringify([{ name: 'Victoria', type: 'organization', aliases: [] }]);
    const own = joinGazetteers([readGazetteer(rows, 'own.json')]).gazetteer;
    const text = 'Victoria sold the Seychelles a ship.';
    expect(gazetteerAt(own, null, text).match(text, 0)?.entity.type).to.equal('organization');
  });
});
