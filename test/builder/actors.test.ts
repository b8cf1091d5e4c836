import { expect } from 'chai';
import { readMarkedText } from '../../bench/marked-text.ts';
import { build } from '../../builder/index.ts';
import { languageModel } from '../../cli/index.ts';
import type { Mention } from '../../schema/index.ts';
import { actorCases, typeCases } from '../cases/actors.ts';
import { documentOf } from './document.ts';

/** Lines as annotated articles have them; an empty line begins a paragraph. */
function numbered(marked: string): string[] {
  let count = 0;
  return marked.split('\n').map((line) => {
    if (line === '') return line;
    count += 1;
    return `[${count}] ${line}`;
  });
}

const overlap = (a: Mention, b: { start: number; end: number }): number =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** Our mention that covers a marked one best, of those no longer than twice its length. */
function mentionAt(
  mentions: readonly Mention[],
  marked: { start: number; end: number },
): Mention | null {
  const likely = (each: Mention): number =>
    overlap(each, marked) / Math.max(each.end - each.start, marked.end - marked.start);
  const [best] = [...mentions].sort((a, b) => likely(b) - likely(a));
  return best && likely(best) >= 0.5 ? best : null;
}

describe('builder: who is who', () => {
  for (const { what, marked } of actorCases) {
    it(what, async () => {
      const { text, mentions: expected } = readMarkedText(what, numbered(marked), 1);
      const { mentions, entities } = await build(documentOf(text), await languageModel('wasm'));
      const names = new Map(entities.map(({ id, name }) => [id, name]));
      const ours = new Map<string, string>();
      for (const each of expected) {
        const words = text.slice(each.start, each.end);
        const found = mentionAt(mentions, each);
        if (each.entity === null) {
          expect(found && names.get(found.entity), words).to.equal(null);
          continue;
        }
        const before = ours.get(each.entity);
        expect(found, `nobody found at "${words}"`).not.to.equal(null);
        if (before) expect(names.get(found?.entity ?? ''), words).to.equal(names.get(before));
        if (before) expect(found?.entity, words).to.equal(before);
        else ours.set(each.entity, found?.entity ?? '');
      }
      expect(new Set(ours.values()).size, 'entities kept apart').to.equal(ours.size);
    });
  }

  for (const { what, text, name, type } of typeCases) {
    it(`of what type a name is: ${what}`, async () => {
      const { entities } = await build(documentOf(text), await languageModel('wasm'));
      const found = entities.find((each) => each.name === name);
      expect(found?.type, entities.map((each) => each.name).join(', ')).to.equal(type);
    });
  }
});
