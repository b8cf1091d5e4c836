import { expect } from 'chai';
import {
  eventInOntology,
  OntologyError,
  readOntology,
  unmark,
} from '../../builder/events/index.ts';
import { build, loadOntology } from '../../builder/index.ts';
import acts from '../../builder/lexicon/acts.json' with { type: 'json' };
import contexts from '../../builder/lexicon/contexts.json' with { type: 'json' };
import {
  type ContextEntry,
  checkOntology,
  type OntologyEntry,
} from '../../builder/lexicon/index.ts';
import plover from '../../builder/lexicon/plover.json' with { type: 'json' };
import { parseSentences } from '../../builder/parse/index.ts';
import { splitSentences } from '../../builder/sentences/index.ts';
import { languageModel } from '../../cli/index.ts';
import { documentOf } from './document.ts';

const harbour = `
scheme: HARBOUR
types:
  - type: PORT-CALL
    quad: 2
    intensity: 3
    examples:
      - "[The frigate] {called at} <Djibouti>."
      - "[A French destroyer] {docked in} <Jeddah> for fuel."
      - "[Two cutters] {put in at} <the harbour of Suva>."
  - type: BOARDING
    quad: 4
    intensity: -6
    examples:
      - "[Marines] {boarded} <a Greek tanker>."
      - "[The coast guard] {searched} <the trawler>."
`;

const entries = plover.entries as unknown as OntologyEntry[];
const type = (change: Partial<OntologyEntry>): OntologyEntry => ({
  ...(entries[0] as OntologyEntry),
  ...change,
});

describe('builder: the ontology as data', () => {
  it('contradicts itself nowhere', () => {
    expect(checkOntology(entries, acts.entries, contexts.entries)).to.deep.equal([]);
  });

  const contradictions: readonly [name: string, entries: OntologyEntry[], says: RegExp][] = [
    ['an unknown quad', [type({ quad: 7 })], /ACCUSE has the quad 7/],
    ['a type twice', [type({}), type({})], /ACCUSE stands there twice/],
    ['conflict that is friendly', [type({ intensity: 5 })], /intensity 5 does not fit quad 3/],
    ['too strong a mode', [type({ modes: { allege: -11 } })], /allege: intensity -11/],
    ['no definition', [type({ definition: '' })], /no definition/],
    ['a mode without a meaning', [type({ means: {} })], /allege: the mode has no definition/],
    ['a meaning of no mode', [type({ modes: {} })], /allege: a definition of no mode/],
    ['no CAMEO root', [type({ cameo: [] })], /no CAMEO root/],
  ];
  for (const [name, given, says] of contradictions) {
    it(`finds ${name}`, () => {
      expect(checkOntology(given, []).join(' ')).to.match(says);
    });
  }

  const context: ContextEntry = { context: 'cyber', definition: 'computers', words: ['hack'] };
  const muddles: readonly [name: string, contexts: ContextEntry[], says: RegExp][] = [
    ['a context twice', [context, context], /context cyber stands there twice/],
    ['a context without words', [{ ...context, words: [] }], /cyber has no words/],
    ['a context without a definition', [{ ...context, definition: '' }], /no definition/],
    ['a word twice', [{ ...context, words: ['hack', 'hack'] }], /the word "hack" twice/],
    ['a word in capitals', [{ ...context, words: ['Hack'] }], /"Hack" of cyber is never found/],
    ['four words', [{ ...context, words: ['breach of data protection'] }], /is never found/],
  ];
  for (const [name, given, says] of muddles) {
    it(`finds ${name}`, () => {
      expect(checkOntology(entries, acts.entries, given).join(' ')).to.match(says);
    });
  }

  it('finds acts of unknown types and modes', () => {
    const act = { lemma: 'hug', pos: 'VERB', type: 'HUG', mode: null };
    const found = checkOntology(entries, [act, { ...act, type: 'AID', mode: 'warm' }]);
    expect(found).to.deep.equal([
      '"hug" has the type HUG, which nobody defines.',
      '"hug" has the mode warm, which AID does not have.',
    ]);
  });
});

describe('builder: an ontology of the user', () => {
  const acts: readonly [marked: string, type: string | null][] = [
    ['[The Danish frigate] {docked at} <Mombasa> on Monday.', 'PORT-CALL'],
    ['[Soldiers] {boarded} <the freighter> at night.', 'BOARDING'],
    ['[Kenya] {praised} <Ghana> for its vote.', null],
    ['[The bishop] {apologised} to <the widows>.', null],
  ];
  for (const [marked, expected] of acts) {
    it(`${expected ?? 'none of its types'}: ${marked}`, async () => {
      const model = await languageModel('wasm');
      const ontology = await loadOntology(harbour, model);
      const { text, passage } = unmark(marked);
      const tokens = splitSentences(text).flatMap((sentence) => sentence.tokens);
      const whole = { index: 0, start: 0, end: text.length, tokens };
      const [sentence] = await parseSentences([whole], model);
      const event = eventInOntology(ontology, sentence as never, passage);
      expect(event.type, event.rule).to.equal(expected);
      expect(event.scheme).to.equal('HARBOUR');
    });
  }

  it('stands in the place of PLOVER, or beside it', async () => {
    const model = await languageModel('wasm');
    const document = documentOf('Kenya praised Ghana. Kenya condemned Uganda.');
    const schemes = async (file: string): Promise<string[]> => {
      const { statements } = await build(document, model, null, await loadOntology(file, model));
      return statements.map(({ event }) => `${event?.scheme} ${event?.type}`);
    };
    expect(await schemes(harbour)).to.deep.equal(['HARBOUR null', 'HARBOUR null']);
    const beside = harbour.replace('types:', 'beside: true\ntypes:');
    expect(await schemes(beside)).to.deep.equal(['PLOVER SUPPORT', 'PLOVER ACCUSE']);
  });

  it("gives PLOVER's types other quad classes", async () => {
    const model = await languageModel('wasm');
    const ontology = await loadOntology('scheme: OURS\nquads: { SANCTION: 3 }\n', model);
    const document = documentOf('Austria imposed sanctions on Russia. Kenya condemned Uganda.');
    const { statements } = await build(document, model, null, ontology);
    const events = statements.flatMap(({ event }) =>
      event ? [`${event.type} ${event.quad}`] : [],
    );
    expect(events).to.deep.equal(['SANCTION 3', 'ACCUSE 3']);
  });

  const bad: readonly [name: string, file: string, says: RegExp][] = [
    ['an unknown quad', harbour.replace('quad: 4', 'quad: 9'), /line 11: BOARDING has the quad 9/],
    [
      'a type twice',
      harbour.replace('BOARDING', 'PORT-CALL'),
      /line 11: the type PORT-CALL stands in line 4 already/,
    ],
    [
      'no examples',
      'scheme: S\ntypes:\n  - type: A\n    quad: 1\n',
      /line 3: A has no examples; expected phrases/,
    ],
    [
      'an example without its act',
      'scheme: S\ntypes:\n  - type: A\n    quad: 1\n    examples: ["[Kenya] met <Chad>."]\n',
      /line 3: an example of A does not mark its act/,
    ],
    [
      'an intensity out of range',
      harbour.replace('intensity: 3', 'intensity: 30'),
      /line 4: PORT-CALL has the intensity 30/,
    ],
    ['a type without a name', 'scheme: S\ntypes:\n  - quad: 1\n', /line 3: a type has no name/],
    ['no types', 'scheme: S\n', /line 1: expected "types"/],
    [
      'a quad of no type',
      'scheme: S\nquads: { HUG: 3 }\n',
      /line 2: quads: PLOVER has no type HUG/,
    ],
    [
      'a quad of no type further down',
      'scheme: S\nquads:\n  AID: 2\n  HUG: 3\n',
      /line 4: quads: PLOVER has no type HUG/,
    ],
    ['quads that are no map', 'scheme: S\nquads: 3\n', /line 2: expected "quads" to be a map/],
    ['no quad', 'scheme: S\nquads: { AID: 7 }\n', /line 2: quads: AID has the quad 7/],
    ['no scheme', 'types:\n  - type: A\n', /line 1: expected "scheme"/],
    ['what is no YAML', 'scheme: S\ntypes: [\n', /line \d+: /],
  ];
  for (const [name, file, says] of bad) {
    it(`refuses ${name}`, () => {
      expect(() => readOntology(file)).to.throw(OntologyError, says);
    });
  }
});
