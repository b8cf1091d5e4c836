import { expect } from 'chai';
import { build } from '../../builder/index.ts';
import { languageModel } from '../../cli/index.ts';
import type { Statement } from '../../schema/index.ts';
import { attributionCases } from '../cases/attributions.ts';
import { silentPages } from '../cases/silent-texts.ts';
import { silentTexts, statementCases } from '../cases/statements.ts';
import { documentOf } from './document.ts';

/** A statement in the notation of the case table. */
function notationOf(statement: Statement, names: ReadonlyMap<string, string>): string {
  const { source, target, relation, reciprocal, polarity, modality } = statement;
  const ends = [source.entity, target?.entity ?? ''].map((id) => names.get(id));
  const arrow = reciprocal ? ' – ' : ' → ';
  const negated = polarity === 'negative' ? '!' : '';
  const suffix = modality === 'actual' ? '' : ` (${modality})`;
  return `${ends.join(arrow)}: ${negated}${relation.lemma}${suffix}`;
}

async function said(text: string): Promise<string[]> {
  const { entities, statements } = await build(documentOf(text), await languageModel('wasm'));
  const names = new Map(entities.map((entity) => [entity.id, entity.name]));
  return statements.map((statement) => notationOf(statement, names));
}

/** A statement in the notation of the table of attributions. */
function attributionNotationOf(statement: Statement, names: ReadonlyMap<string, string>): string {
  const { source, target, relation, attribution } = statement;
  const ends = [source.entity, target?.entity ?? ''].map((id) => names.get(id));
  const { type, speaker, text, cue } = attribution;
  const who = speaker === null ? (text ?? 'nobody') : names.get(speaker);
  const said = type === 'author' ? ['author'] : [who, cue, type].filter((each) => each !== null);
  return `${ends.join(' → ')}: ${relation.lemma} | ${said.join(', ')}`;
}

describe('builder: statements', () => {
  const leaders: [text: string, who: string, body: string][] = [
    [
      'The Harbour Board, led by Ana Pires, closed the port of Lagos.',
      'Ana Pires',
      'Harbour Board',
    ],
    ['Bola Tinubu, who chairs ECOWAS, met Emmanuel Macron.', 'Bola Tinubu', 'ECOWAS'],
    ['Maria Costa heads the Portuguese police.', 'Maria Costa', 'Portuguese police'],
  ];
  for (const [text, who, body] of leaders) {
    it(`reads as a role: ${text}`, async () => {
      const { entities, statements } = await build(documentOf(text), await languageModel('wasm'));
      const names = new Map(entities.map((entity) => [entity.id, entity.name]));
      const roles = statements.filter(({ provenance }) => provenance.rule === 'role-lead');
      const ends = roles.map(({ source, target }) =>
        [source.entity, target?.entity ?? ''].map((id) => names.get(id)),
      );
      expect(ends).to.deep.equal([[who, body]]);
      expect(roles.map(({ kind, event }) => [kind, event])).to.deep.equal([['role', null]]);
    });
  }

  for (const { text, says } of statementCases) {
    it(`reads: ${text}`, async () => {
      expect(await said(text)).to.have.members(says);
    });
  }

  for (const { text, says } of attributionCases) {
    it(`knows who says it: ${text}`, async () => {
      const { entities, statements } = await build(documentOf(text), await languageModel('wasm'));
      const names = new Map(entities.map(({ id, name }) => [id, name]));
      expect(statements.map((each) => attributionNotationOf(each, names))).to.have.members(says);
    });
  }

  for (const text of silentTexts) {
    it(`claims nothing: ${text}`, async () => {
      // Lines such as captions are taken out of an article; one of nothing else is refused.
      expect(await said(`${text}\n\nIt rained.`)).to.deep.equal([]);
    });
  }

  for (const engine of ['rules', 'both'] as const) {
    it(`finds next to nothing in ${silentPages.length} pages that claim nothing: ${engine}`, async () => {
      const model = await languageModel('wasm');
      const found: string[] = [];
      for (const [what, text] of silentPages) {
        const document = documentOf(`${text}\n\nIt rained.`);
        const { entities, statements } = await build(document, model, null, null, engine);
        const names = new Map(entities.map(({ id, name }) => [id, name]));
        found.push(...statements.map((each) => `${what}: ${notationOf(each, names)}`));
      }
      expect(found, found.join('\n')).to.have.length.at.most(2);
    }).timeout(120_000);
  }

  const long = Array.from({ length: 40 }, (_, at) => `Chad paid ${at} francs to Mali`).join(
    ', and ',
  );
  const strange: readonly (readonly [what: string, text: string, says: readonly string[]])[] = [
    [
      'a sentence of more than 300 words',
      `France warned Italy, and ${long}, and Spain backed Peru.`,
      ['France → Italy: warn', 'Chad → Mali: pay', 'Spain → Peru: back'],
    ],
    [
      'nested quotations that never close',
      '“Ruto told me ‘Kenya will sue Uganda. Spain backed Peru.',
      ['Spain → Peru: back'],
    ],
    ['an act of somebody on himself', 'Macron praised Macron. France defended France.', []],
    ['an act on oneself', 'Macron blamed himself. Italy blamed itself.', []],
  ];
  for (const [what, text, says] of strange) {
    it(`reads ${what}`, async () => {
      const { entities, statements } = await build(documentOf(text), await languageModel('wasm'));
      const names = new Map(entities.map(({ id, name }) => [id, name]));
      expect(statements.map((each) => notationOf(each, names))).to.include.members([...says]);
      for (const { source, target } of statements)
        expect(source.entity).not.to.equal(target?.entity);
    });
  }
});
