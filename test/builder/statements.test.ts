import { expect } from 'chai';
import { build } from '../../builder/index.ts';
import { languageModel } from '../../cli/index.ts';
import type { Statement } from '../../schema/index.ts';
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

describe('builder: statements', () => {
  for (const { text, says } of statementCases) {
    it(`reads: ${text}`, async () => {
      expect(await said(text)).to.have.members(says);
    });
  }

  for (const text of silentTexts) {
    it(`claims nothing: ${text}`, async () => {
      // Lines such as captions are taken out of an article; one of nothing else is refused.
      expect(await said(`${text}\n\nIt rained.`)).to.deep.equal([]);
    });
  }
});
