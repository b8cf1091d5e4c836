import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { build } from '../../builder/index.ts';
import { languageModel } from '../../cli/index.ts';
import { type Document, type Extraction, validate } from '../../schema/index.ts';
import { readArticle } from '../../sources/index.ts';
import { documentOf } from './document.ts';

const articles = new URL('../../graph-data/articles/', import.meta.url);
const samples: Document[] = readdirSync(articles)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => readArticle(readFileSync(new URL(name, articles)), name));

const read = async (document: Document) => build(document, await languageModel('wasm'));

function expectExact({ document, entities, statements }: Extraction): void {
  const { text } = document;
  const known = new Set(entities.map((entity) => entity.id));
  for (const { source, target, relation, evidence, attribution } of statements) {
    expect(text.slice(evidence.start, evidence.end)).to.equal(evidence.exact);
    expect(text.slice(0, evidence.start).endsWith(evidence.prefix)).to.equal(true);
    expect(text.slice(evidence.end).startsWith(evidence.suffix)).to.equal(true);
    expect(relation.start).to.be.within(evidence.start, relation.end);
    expect(relation.end).to.be.at.most(evidence.end);
    for (const argument of [source, ...(target ? [target] : [])]) {
      expect(text.slice(argument.start, argument.end)).to.equal(argument.text);
      expect(argument.start).to.be.at.least(evidence.start);
      expect(argument.end).to.be.at.most(evidence.end);
      expect(known.has(argument.entity)).to.equal(true);
    }
    expect(source.entity).not.to.equal(target?.entity);
    if (attribution.speaker) expect(known.has(attribution.speaker)).to.equal(true);
  }
}

describe('builder: build', () => {
  for (const document of samples) {
    it(`reads exactly and after the schema: ${document.title}`, async () => {
      const reading = await read(document);
      const { mentions, ...extraction } = reading;
      expectExact(extraction);
      for (const each of mentions) expect(validate('mention', each).ok).to.equal(true);
      const result = validate('extraction', extraction);
      expect(result.ok ? [] : result.errors).to.deep.equal([]);
      expect(extraction.statements).not.to.deep.equal([]);
    }).timeout(60_000);
  }

  it('gives the same bytes for the same document', async () => {
    const document = samples[0] as Document;
    expect(JSON.stringify(await read(document))).to.equal(JSON.stringify(await read(document)));
  }).timeout(60_000);

  const wild: [what: string, text: string][] = [
    ['emoji', '🇺🇳 France 😀 warned 👩‍👩‍👧 Italy 🙂 on Monday. 🎉'],
    ['right-to-left script', 'France (فرنسا) warned Italy (إيطاليا) on Monday. مرحبا'],
    [
      'combining accents',
      'E\u0301mile Zola\u0308 warned Jose\u0301 Di\u0301az. France warned Italy.',
    ],
    ['curly quotes', '“France ‘warned’ Italy’s ministry,” said Spain’s king.'],
    ['CRLF', 'France warned Italy.\r\nSpain backed Peru.\r\n\r\nChad attacked Mali.'],
    ['zero-width characters', 'France\u200b warned\u200d Italy\ufeff.'],
    [
      'names of Object.prototype',
      'President constructor warned Mr. toString. Mr. __proto__ backed Italy.',
    ],
    ['a quotation that never closes', '“France warned Italy. Spain backed Peru.'],
    ['capitals only', 'FRANCE WARNS ITALY OVER FISHING RIGHTS'],
    ['no white space', 'FrancewarnedItaly.SpainbackedPeru'],
  ];
  for (const [what, text] of wild) {
    it(`keeps every offset with ${what}`, async () => expectExact(await read(documentOf(text))));
  }

  it('finds nobody where nobody is', async () => {
    const { entities, statements } = await read(documentOf('It rained all day in the hills.'));
    expect({ entities, statements }).to.deep.equal({ entities: [], statements: [] });
  });
});

describe('builder: entities', () => {
  async function entitiesOf(text: string): Promise<Map<string, Extraction['entities'][number]>> {
    const { entities } = await read(documentOf(text));
    return new Map(entities.map((entity) => [entity.name, entity]));
  }

  it('joins a short name to the full one, and says titles and aliases', async () => {
    const found = await entitiesOf(
      'Wang Yi, China’s foreign minister, left. Wang spoke to Peru. Mr. Wang smiled.',
    );
    const wang = found.get('Wang Yi');
    expect(wang).to.include({ type: 'person', country: 'CHN' });
    expect(wang?.aliases).to.deep.include({ text: 'Wang', count: 2 });
    expect(wang?.roles.map((role) => role.title)).to.deep.equal(['foreign minister']);
    expect(wang?.roles[0]?.of).to.equal(found.get('China')?.id);
    expect(found.has('Wang')).to.equal(false);
  });

  it('joins no short name that fits two', async () => {
    const found = await entitiesOf('Kim Jong Un met Kim Yo Jong. Kim smiled at Peru.');
    expect(found.get('Kim Jong Un')?.aliases).to.deep.equal([{ text: 'Kim Jong Un', count: 1 }]);
  });

  it('has one entity for a country, its capital, its palace and its adjectives', async () => {
    const found = await entitiesOf(
      'Russia spoke. Moscow spoke. The Kremlin spoke. The Russian government left Mali.',
    );
    expect([...found.keys()].sort()).to.deep.equal(['Mali', 'Russia']);
    expect(found.get('Russia')).to.deep.include({
      type: 'country',
      identifiers: { iso3166: 'RUS' },
    });
  });

  it('knows an acronym by the brackets', async () => {
    const found = await entitiesOf(
      'The Civil Human Rights Front (CHRF) marched. The CHRF urged China to act.',
    );
    const front = [...found.values()].find((each) =>
      each.aliases.some(({ text }) => text === 'CHRF'),
    );
    expect(front?.type).to.equal('organization');
    expect(front?.aliases.find(({ text }) => text === 'CHRF')?.count).to.equal(2);
  });

  it('gives the same actor the same id in every document', async () => {
    const [a, b] = await Promise.all([
      entitiesOf('China slept.'),
      entitiesOf('Beijing backed Xi Jinping.'),
    ]);
    expect(a.get('China')?.id).to.equal(b.get('China')?.id);
  });
});

describe('builder: attribution and events', () => {
  const cases: [text: string, speaker: string | null, type: string, cue: string | null][] = [
    ['France said Russia attacked Ukraine.', 'France', 'indirect', 'said'],
    ['Russia attacked Ukraine, France said.', 'France', 'indirect', 'said'],
    ['According to France, Russia attacked Ukraine.', 'France', 'indirect', 'According to'],
    ['Russia attacked Ukraine.', null, 'author', null],
    ['“Russia attacked Ukraine,” France said.', 'France', 'direct-quote', 'said'],
  ];
  for (const [text, speaker, type, cue] of cases) {
    it(`says who says it: ${text}`, async () => {
      const { entities, statements } = await read(documentOf(text));
      expect(statements).to.have.length(1);
      const { attribution } = statements[0] as Extraction['statements'][number];
      const name = entities.find((entity) => entity.id === attribution.speaker)?.name ?? null;
      expect([name, attribution.type]).to.deep.equal([speaker, type]);
      expect(attribution.cue?.toLowerCase() ?? null).to.equal(cue?.toLowerCase() ?? null);
    });
  }

  const circumstances: [text: string, day: string | null, place: string | null][] = [
    ['Kenya attacked Uganda on Tuesday, Ghana said on Friday.', '2026-03-03', null],
    ['Kenya will meet Uganda in Nairobi on Monday.', '2026-03-09', null],
    ['Egypt met Ghana in Nairobi on Feb. 2.', '2026-02-02', 'Nairobi'],
    ['Kenya agreed on Monday to support Uganda.', '2026-03-02', null],
    ['Kenya attacked Uganda. It rained on Tuesday.', null, null],
  ];
  for (const [text, day, place] of circumstances) {
    it(`says when and where: ${text}`, async () => {
      const document = { ...documentOf(text), published: '2026-03-04' };
      const [statement] = (await read(document)).statements.filter(({ kind }) => kind === 'event');
      expect([statement?.time?.start ?? null, statement?.location?.text ?? null]).to.deep.equal([
        day,
        place,
      ]);
    });
  }

  const events: [text: string, type: string | null, mode: string | null, quad: number][] = [
    ['Kenya met Uganda.', 'CONSULT', null, 1],
    ['Kenya attacked Uganda.', 'ASSAULT', null, 4],
    ['Kenya praised Uganda.', 'SUPPORT', null, 1],
    ['Wang spoke by telephone with Dmytro Kuleba.', 'CONSULT', 'phone', 1],
    ['Kenya overtook Uganda.', null, null, 0],
  ];
  for (const [text, type, mode, quad] of events) {
    it(`knows the kind of act: ${text}`, async () => {
      const [statement] = (await read(documentOf(text))).statements;
      expect(statement?.event).to.include({ scheme: 'PLOVER', type, mode, quad });
    });
  }
});
