import { expect } from 'chai';
import fc from 'fast-check';
import { gazetteerAt } from '../../builder/gazetteer/index.ts';
import { joinGazetteers, readGazetteer } from '../../builder/index.ts';
import { builtInGazetteer, type Gazetteer, type KnownEntity } from '../../builder/lexicon/index.ts';

/** The gazetteer of files, given as [name, content], for a document of that day. */
const at = (day: string | null, ...files: [string, string][]): Gazetteer =>
  gazetteerAt(
    joinGazetteers(files.map(([name, content]) => readGazetteer(content, name))).gazetteer,
    day,
  );

/** What stands at the bar of a text: `met |Ana Torres` → "Ana Torres=gazetteer:ana torres". */
function found(gazetteer: Gazetteer, text: string): string | null {
  const start = text.indexOf('|');
  const form = gazetteer.match(text.replace('|', ''), start);
  return form && `${form.text}=${form.entity.key}`;
}

describe('gazetteer names', () => {
  describe('how a name may be written', () => {
    const own = at(
      null,
      [
        'a.json',
        JSON.stringify([
          { name: 'José Díaz', aliases: ['J. Díaz', 'Will'] },
          { name: 'al-Shabab Front', aliases: ['26 May Movement'] },
          { name: 'Acme Inc.', aliases: ['the Acme Works', 'ACW'] },
          { name: 'U.S. Steelers', aliases: ["Hay'at Noor"] },
        ]),
      ],
      ['b.txt', 'ANA_TORRES_\n+A.B._TORRES_\n+UNION_OF_MILLERS\n\t[KENELI]\nOXO_ [KENGOV]'],
    );
    const diaz = 'gazetteer:jose diaz';
    const torres = 'gazetteer:ana torres';
    const cases: [string, string | null][] = [
      ['met |José Díaz.', `José Díaz=${diaz}`],
      ['met |Jose Diaz’s wife', `Jose Diaz=${diaz}`],
      ['met |José\nDíaz here', `José\nDíaz=${diaz}`],
      ['met |José\n\nDíaz here', null],
      ['|JOSÉ DÍAZ RESIGNS', `JOSÉ DÍAZ=${diaz}`],
      ['met |José. Díaz left', null],
      ['met |José, Díaz and others', null],
      ['met |josé díaz', null],
      ['|J. Díaz spoke', `J. Díaz=${diaz}`],
      ['|J Diaz spoke', `J Diaz=${diaz}`],
      ['|Josephine Díaz', null],
      ['|José Díazson', null],
      ['|WILL THEY', null],
      ['|al-Shabab Front fighters', 'al-Shabab Front=gazetteer:al shabab front'],
      ['|al Shabab Front', 'al Shabab Front=gazetteer:al shabab front'],
      ['the |26 May Movement', '26 May Movement=gazetteer:al shabab front'],
      ['|Acme Inc. said', 'Acme Inc.=gazetteer:acme inc'],
      ['|Acme Inc said', 'Acme Inc=gazetteer:acme inc'],
      ['the |Acme Works', 'Acme Works=gazetteer:acme inc'],
      ['|ACW said', 'ACW=gazetteer:acme inc'],
      ['|Acw said', null],
      ['|US Steelers', 'US Steelers=gazetteer:us steelers'],
      ['|U.S. Steelers', 'U.S. Steelers=gazetteer:us steelers'],
      ['|Hay’at Noor', 'Hay’at Noor=gazetteer:us steelers'],
      ['|Ana Torres', `Ana Torres=${torres}`],
      ['|ANA TORRES', `ANA TORRES=${torres}`],
      ['|ana torres', null],
      ['|AB Torres', `AB Torres=${torres}`],
      ['the |Union of Millers', `Union of Millers=${torres}`],
      ['|Oxo said', 'Oxo=gazetteer:oxo'],
    ];
    for (const [text, expected] of cases) {
      it(JSON.stringify(text), () => expect(found(own, text)).to.equal(expected));
    }
  });

  describe('beside what is built in', () => {
    const own = at(
      '2015-06-01',
      [
        'a.csv',
        `name,aliases,type,country,sectors,wikidata
Jordan,,person,USA,,Q41421
NATO,Atlantic pact,organization,,,Q7184
Kenya,Land of Lakes,country,KEN,,Q114
South Sea Bank,China,,GBR,BUS,`,
      ],
      ['b.txt', 'AFGHANISTAN_ [AFG]\n+AFGHAN_\n+KABUL_\n+LAND_OF_HILLS'],
    );
    const cases: [string, string | null][] = [
      ['|Jordan scored', 'Jordan=gazetteer:Q41421'],
      ['|China said', 'China=gazetteer:south sea bank'],
      ['|China Coast Guard said', 'China Coast Guard=organization:China Coast Guard'],
      ['the |Atlantic pact', 'Atlantic pact=organization:North Atlantic Treaty Organization'],
      ['|Land of Lakes', 'Land of Lakes=country:KEN'],
      ['|Land of Hills', 'Land of Hills=country:AFG'],
      ['|Russia said', 'Russia=country:RUS'],
      ['|Nowhere', null],
    ];
    for (const [text, expected] of cases) {
      it(text, () => expect(found(own, text)).to.equal(expected));
    }

    it('an adjective and a capital stay what they are', () => {
      expect(own.match('Afghan', 0)?.kind).to.equal('adjective');
      expect(own.match('Kabul', 0)?.kind).to.equal('capital');
    });

    it('a known entity keeps what the rows do not say', () => {
      const known = builtInGazetteer.entity('organization:North Atlantic Treaty Organization');
      expect(own.entity('organization:North Atlantic Treaty Organization')).to.deep.include({
        ...known,
        wikidata: 'Q7184',
      });
      expect(own.entity('country:AFG')).to.deep.include({ name: 'Afghanistan', type: 'country' });
    });
  });

  describe('on the day of the article', () => {
    const merkel: [string, string] = [
      'a.txt',
      'IDA_BRANDT_\n+BRANDT\n\t[DEUELI 720101-000101]\n\t[DEUGOV >051122]\n\t[DEUBUS]',
    ];
    const cases: [string | null, string[], string | null][] = [
      ['1990-05-01', ['ELI'], 'DEU'],
      ['2000-01-01', ['ELI'], 'DEU'],
      ['2003-05-01', ['BUS'], 'DEU'],
      ['2005-11-22T08:00:00Z', ['GOV'], 'DEU'],
      ['2024-05-01', ['GOV'], 'DEU'],
      [null, [], 'DEU'],
    ];
    for (const [day, sectors, country] of cases) {
      it(`codes, ${day}`, () => {
        const entity = at(day, merkel).entity('gazetteer:ida brandt');
        expect(entity).to.deep.include({ sectors, country, type: 'person', name: 'Ida Brandt' });
      });
    }

    const wu: [string, string] = [
      'a.csv',
      'name,sectors,roles\nPenny Wu,LEG,minister; Kenya; 2013; 2015-06; GOV|chair;Green Circle;2016',
    ];
    const dates: [string, string[]][] = [
      ['2012-12-31', ['LEG']],
      ['2013-01-01', ['GOV', 'LEG']],
      ['2015-06-30', ['GOV', 'LEG']],
      ['2015-07-01', ['LEG']],
    ];
    for (const [day, sectors] of dates) {
      it(`roles, ${day}`, () =>
        expect(at(day, wu).entity('gazetteer:penny wu')?.sectors).to.deep.equal(sectors));
    }

    it('roles are of a country, a row, or a name that no row has yet', () => {
      const roles = (entity: KnownEntity | null) => entity?.roles?.map(({ of }) => of);
      const circle: [string, string] = ['b.csv', 'name,wikidata\nGreen Circle,Q5'];
      const key = 'gazetteer:penny wu';
      expect(roles(at(null, wu).entity(key))).to.deep.equal([
        'country:KEN',
        'gazetteer:green circle',
      ]);
      expect(roles(at(null, wu, circle).entity(key))?.[1]).to.equal('gazetteer:Q5');
    });

    it('a shared alias is who holds office then, or nobody', () => {
      const files: [string, string] = [
        'a.txt',
        'IDA_BOSK\n+PRESIDENT_BOSK\n\t[KENGOV 890120-930120]\nULF_BOSK\n+PRESIDENT_BOSK\n\t[KENGOV 010120-090120]\n\t[KENELI]',
      ];
      const on = (day: string | null) => found(at(day, files), '|President Bosk said');
      expect(on('1990-01-01')).to.equal('President Bosk=gazetteer:ida bosk');
      expect(on('2005-01-01')).to.equal('President Bosk=gazetteer:ulf bosk');
      expect(on('1997-01-01')).to.equal(null);
      expect(on(null)).to.equal(null);
    });
  });

  it('the name of a row is stronger than the alias of another', () => {
    const own = at(null, ['a.csv', 'name,aliases\nAlba Group,Beta\nBeta,Alba Group\nGamma,Beta']);
    expect(found(own, '|Beta')).to.equal('Beta=gazetteer:beta');
    expect(found(own, '|Alba Group')).to.equal('Alba Group=gazetteer:alba group');
  });

  it('agent nouns extend the built-in ones', () => {
    const own = at(null, ['a.txt', 'RIVER_WARDEN [~COP]\nPOLICE {} [~SPY]']);
    expect(own.agentSector('river wardens')).to.equal('COP');
    expect(own.agentSector('police')).to.equal('SPY');
    expect(own.agentSector('activist')).to.equal(builtInGazetteer.agentSector('activist'));
  });

  it('survives the way to a worker thread', () => {
    const { gazetteer } = joinGazetteers([readGazetteer('A_BO\n\t[KENGOV]', 'a.txt')]);
    const clone = gazetteerAt(structuredClone(gazetteer), '2015-01-01');
    expect(found(clone, '|A Bo')).to.equal('A Bo=gazetteer:a bo');
  });

  it('finds every name where it stands, and nothing outside a text', () => {
    const word = fc.stringMatching(/^[A-Z]([a-zé]['-]?){1,5}[a-z]$/);
    const name = fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 8 }), (names) => {
        const rows = JSON.stringify(names.map((each) => ({ name: each })));
        const own = at(null, ['a.json', rows]);
        for (const each of names) {
          const form = own.match(`x ${each}, y`, 2);
          expect(form?.text.length).to.be.at.least(each.length);
        }
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(30), (text, start) => {
        const form = at(null, ['a.csv', 'name\nAna Torres']).match(text, start);
        if (form) expect(text.startsWith(form.text, start)).to.equal(true);
      }),
    );
  });
});
