import { expect } from 'chai';
import fc from 'fast-check';
import { GazetteerError, joinGazetteers, readGazetteer } from '../../builder/index.ts';

const csv = (...lines: string[]): string => lines.join('\n');

/** Warnings of joining files that are given as [name, content]. */
const warningsOf = (...files: [string, string][]): readonly string[] =>
  joinGazetteers(files.map(([name, content]) => readGazetteer(content, name))).warnings;

describe('gazetteer files', () => {
  describe('forms', () => {
    const row = {
      name: 'Penny Wu',
      aliases: ['P. Wu', 'Wu Pen'],
      type: 'person',
      country: 'AUS',
      sectors: ['LEG'],
      roles: [
        { title: 'minister', of: 'AUS', from: '2022-05', sectors: ['GOV'] },
        { title: 'chair', of: 'Green Circle', to: '2020' },
      ],
      wikidata: 'Q4242',
    };
    const inCsv = csv(
      'wikidata,name,aliases,type,country,sectors,roles',
      '',
      'Q4242, Penny Wu ,P. Wu | Wu Pen,person,AUS,LEG,"minister; AUS; 2022-05; ; GOV | chair; Green Circle; ; 2020"',
    );

    it('reads the same from JSON, CSV and TSV', () => {
      const json = readGazetteer(JSON.stringify([row]), 'a.json').rows;
      expect(json[0]).to.deep.include({ ...row, anyCase: false });
      const fromCsv = readGazetteer(inCsv, 'a.csv').rows;
      expect(fromCsv).to.deep.equal([{ ...json[0], file: 'a.csv' }]);
      const tsv = readGazetteer(csv('name\taliases', 'Green Circle\tGC|Circle'), 'a.tsv').rows;
      expect(tsv[0]).to.deep.include({ name: 'Green Circle', aliases: ['GC', 'Circle'] });
    });

    it('reads bytes with a byte order mark and Windows line ends', () => {
      const bytes = new TextEncoder().encode('\ufeffname;type\r\nAcme;organization\r\n');
      expect(readGazetteer(bytes, 'a.csv').rows[0]).to.deep.include({
        name: 'Acme',
        type: 'organization',
      });
    });

    it('reads a PETRARCH actor dictionary', () => {
      const { rows, warnings } = readGazetteer(
        `# actors
<!-- over
two lines -->
ANA_TORRES_  ; a person
+PRESIDENT_TORRES_  # with a title
\t[KENELI 900101-130409]
    [KENGOVMIL >130409]
RIVER_GUARD [KENREB]
KENYA_ [KEN]
TURKEY_DINNER [---]
OLD_LEAGUE [IGO <19500101]
PRESS_CLUB [ROMMED][ROMELI]
ATLANTIS [XYZ]
`,
        'actors.txt',
      );
      const named = Object.fromEntries(rows.map((each) => [each.name, each]));
      expect(Object.keys(named)).to.deep.equal([
        'ANA TORRES',
        'RIVER GUARD',
        'KENYA',
        'OLD LEAGUE',
        'PRESS CLUB',
        'ATLANTIS',
      ]);
      expect(named['ANA TORRES']).to.deep.include({
        number: 4,
        aliases: ['PRESIDENT TORRES'],
        type: 'person',
        anyCase: true,
        roles: [
          { country: 'KEN', sectors: ['ELI'], from: '1990-01-01', to: '2013-04-09' },
          { country: 'KEN', sectors: ['GOV', 'MIL'], from: '2013-04-09' },
        ],
      });
      expect(named['RIVER GUARD']?.type).to.equal('group');
      expect(named.KENYA).to.deep.include({ type: 'country', country: 'KEN', roles: [] });
      expect(named['OLD LEAGUE']?.roles[0]?.to).to.equal('1950-01-01');
      expect(named['PRESS CLUB']?.roles.map((role) => [role.country, role.sectors])).to.deep.equal([
        ['ROU', ['JRN']],
        ['ROU', ['ELI']],
      ]);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.match(/^actors\.txt:13: XYZ in XYZ is neither/);
    });

    it('reads a PETRARCH agent dictionary', () => {
      const { agents } = readGazetteer(
        `!MINIST! = MINISTER, MINISTERS
!BODY!=BOARD,PANEL
RIVER_WARDEN [~COP]
DEPUTY [~LEG]
ATTORNEY  [~JUD]
COAST_GUARD {} [~COP}
THIEF {THIEVES}[~CRM]
TROOPS_ [~MIL]
AID_BOSS [NGO~] # a prefix
!MINIST!_OF_!BODY! [~GOVAGR]
FRIAR {} [~CHRCTH]
STRANGER {} [~XYZ]
`,
        'agents.txt',
      );
      expect(Object.fromEntries(agents)).to.deep.equal({
        'river warden': 'COP',
        'river wardens': 'COP',
        deputy: 'LEG',
        deputies: 'LEG',
        attorney: 'JUD',
        attorneys: 'JUD',
        'coast guard': 'COP',
        thief: 'CRM',
        thieves: 'CRM',
        troops: 'MIL',
        'aid boss': 'NGO',
        'aid bosses': 'NGO',
        'minister of board': 'GOV',
        'minister of panel': 'GOV',
        'ministers of board': 'GOV',
        'ministers of panel': 'GOV',
        friar: 'REL',
        stranger: 'UNK',
      });
    });
  });

  describe('mistakes are named with file and line', () => {
    const header = 'name,type,country,sectors,roles,wikidata';
    const mistakes: [string, string, RegExp][] = [
      ['a.json', '[{ "name": "A B" },\n\n { "name": "C D", }]', /^a\.json:3: Expected JSON/],
      ['a.json', '{ "name": "A B" }', /^a\.json:1: Expected an array/],
      ['a.json', '[\n{ "name": "A B" },\n{ "nam": "C D" }\n]', /^a\.json:3: .*name.*nam/],
      [
        'a.json',
        '[\n{ "name": "A B", "aliases": [7] }]',
        /^a\.json:2: .*aliases\/0 must be string/,
      ],
      ['a.json', '[\n"A B",\n7]', /^a\.json:2: .*must be object/],
      ['a.csv', 'nom\nA B', /^a\.csv:1: Expected a header .* found "nom"/],
      ['a.csv', 'type\nperson', /^a\.csv:1: .*found no name/],
      ['a.csv', 'name,name\nA B,C', /^a\.csv:1: .*name twice/],
      ['a.csv', `${header}\n\nA B,persn`, /^a\.csv:3: .*type must be .*person/],
      ['a.csv', `${header}\nA B,person,GER`, /^a\.csv:2: .*found GER/],
      ['a.csv', `${header}\nA B,person,Germany`, /^a\.csv:2: .*alpha-3.*"Germany"/],
      ['a.csv', `${header}\nA B,person,DEU,GOV | ARMY`, /^a\.csv:2: .*sector.*"ARMY"/],
      ['a.csv', `${header}\nA B,person,DEU,XYZ`, /^a\.csv:2: .*found XYZ/],
      ['a.csv', `${header}\nA B,,,,chair; X; 2013-13`, /^a\.csv:2: .*YYYY.*"2013-13"/],
      ['a.csv', `${header}\nA B,,,,chair; X; 2013; 2012-05`, /^a\.csv:2: .*begin before it ends/],
      ['a.csv', `${header}\nA B,,,,a; b; 2000; 2001; GOV; x`, /^a\.csv:2: .*sixth part, x/],
      ['a.csv', `${header}\nA B,,,,,567`, /^a\.csv:2: .*Wikidata id such as Q567/],
      [
        'a.csv',
        `${header}\n"A\nB",person\n,person`,
        /^a\.csv:4: .*a name with at least one letter/,
      ],
      ['a.csv', `${header}\nA B,1,2,3,4,5,6`, /^a\.csv:2: Expected 6 fields, found 7/],
      ['a.csv', `${header}\nA B\n"C D,person\n`, /^a\.csv:3: Expected CSV/],
      ['a.txt', '\n[DEUGOV]\nA_B', /^a\.txt:2: Expected a phrase before it/],
      ['a.txt', '+A_B\n', /^a\.txt:1: Expected a phrase before it/],
      ['a.txt', 'A_B\n\t[DEUGOV >991301]', /^a\.txt:2: Expected a date .*991301/],
      ['a.txt', 'A_B\n\n\t[DEUGOV 051122', /^a\.txt:3: Expected a code such as/],
      ['a.txt', 'A_B\n\t[DEUGOV since 2005]', /^a\.txt:2: Expected a code such as/],
      ['a.txt', 'A_B DEUGOV]', /^a\.txt:1: Expected a code such as/],
      ['a.txt', 'POLICE {} [~COP]\nWARDEN', /^a\.txt:2: Expected a noun with a code/],
      ['a.txt', '!X!_OF_LAW [~GOV]', /^a\.txt:1: Expected a class .* found !X!/],
      ['a.txt', '!X! = A, !Y!\n!Y! = !X!\n!X! [~GOV]', /^a\.txt:1: Expected plain words/],
      ['a.txt', ' \n', /^a\.txt: Expected rows, found an empty file/],
      ['a.txt', 'A\0B', /^a\.txt: .*binary/],
    ];
    for (const [name, content, message] of mistakes) {
      it(JSON.stringify(content), () => {
        expect(() => readGazetteer(content, name)).to.throw(GazetteerError, message);
      });
    }

    it('bytes that are not UTF-8', () => {
      const bytes = Uint8Array.from([0x4d, 0xfc, 0x6c]);
      expect(() => readGazetteer(bytes, 'a.csv')).to.throw(GazetteerError, /a\.csv: .*UTF-8/);
    });

    it('whatever a file holds: rows or a GazetteerError', () => {
      const name = fc.constantFrom('a.json', 'a.csv', 'a.txt', 'a');
      const piece = fc.constantFrom(
        ...['A_B', '+', '[', ']', '{', '}', '~', '!', '=', '"', ',', ';', '|', '\n', '\t', '#'],
        ...['name', '<!--', '-->', '[KENGOV >010101]', '[~COP]', '051122', ' ', 'é', '\r'],
      );
      const content = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((pieces) => pieces.join('')),
        fc.json(),
      );
      fc.assert(
        fc.property(content, name, (text, file) => {
          try {
            joinGazetteers([readGazetteer(text, file)]);
          } catch (error) {
            expect(error).to.be.instanceOf(GazetteerError);
          }
        }),
        { numRuns: 2000 },
      );
    });
  });

  describe('doubtful rows are named', () => {
    const cases: [string, [string, string][], RegExp[]][] = [
      ['nothing', [['a.csv', 'name,aliases\nA Bo,Abo\nC Do,Cedo']], []],
      [
        'a repetition in one file',
        [['a.csv', 'name,country\nA Bo,KEN\nC Do,\nA BO,KEN']],
        [/^a\.csv:4: A BO stands in a\.csv:2 too/],
      ],
      [
        'one actor in two files is no repetition',
        [
          ['a.csv', 'name,country\nA Bo,KEN'],
          ['b.txt', 'A_BO_ [KENGOV]'],
        ],
        [],
      ],
      [
        'rows that contradict each other',
        [
          ['a.csv', 'name,type,country,wikidata\nA Bo,person,KEN,Q1'],
          ['b.csv', 'name,type,country,wikidata\nAbo,organization,UGA,Q1'],
        ],
        [/^b\.csv:2: Abo has the type organization, but person in a\.csv:2/, /UGA, but KEN/],
      ],
      [
        'an alias of two rows',
        [['a.csv', 'name,aliases\nA Bo,Bo\n\nC Bo,Bo']],
        [/^Bo stands for A Bo \(a\.csv:2\) and C Bo \(a\.csv:4\); without dates .* neither/],
      ],
      [
        'an alias of two rows with dates',
        [['a.txt', 'A_BO\n+BO\n\t[KENGOV >100101]\nC_BO\n+BO']],
        [],
      ],
      [
        'two Wikidata ids for one name',
        [['a.csv', 'name,wikidata\nA Bo,Q1\nA Bo,Q2']],
        [/^A Bo stands for A Bo \(a\.csv:2\) and A Bo \(a\.csv:3\)/],
      ],
      [
        'a ring of aliases',
        [['a.csv', 'name,aliases\nAlba,Beta\nBeta,Ceta\nCeta,Alba\nDelta,Alba']],
        [/^Alba .* and Beta .* and Ceta \(a\.csv:4\) name each other as alias/],
      ],
      ['an alias that is the own name', [['a.csv', 'name,aliases\nAlba,Alba']], []],
      ['one letter', [['a.csv', 'name,aliases\nQ,Quu']], [/^a\.csv:2: Q is too short/]],
      [
        'a code that never holds',
        [['a.txt', 'A_BO\n\t[KENGOV 130101-120101]']],
        [/^a\.txt:2: .*ends before it begins/],
      ],
    ];
    for (const [title, files, expected] of cases) {
      it(title, () => {
        const warnings = [...warningsOf(...files)];
        expect(warnings, warnings.join('\n')).to.have.length(expected.length);
        for (const [at, pattern] of expected.entries()) expect(warnings[at]).to.match(pattern);
      });
    }
  });
});
