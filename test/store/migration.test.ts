// A database of an older layout is brought up to date and says what it said.

import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { openMemoryStore, openStore } from '../../store/index.ts';
import { extractions } from './articles.ts';
import { databaseFiles } from './database-files.ts';
import { everything } from './reading.ts';
import { richExtraction } from './rich-extractions.ts';

const seeds = [0, 1, 2, 3, 4].map((n) => ({
  source: n,
  target: (n + 1) % 6,
  verb: n,
  turn: n * 5,
}));
const rich = [0, 1, 2].map((n) =>
  richExtraction({ url: n, day: n, publisher: n, seeds: seeds.slice(0, 5 - n) }),
);
/** What the databases of older layouts were filled with, by the programs that wrote them. */
const kept = [...extractions, ...rich];

describe('A database of an older layout', () => {
  const files = databaseFiles();

  for (const layout of ['third', 'fourth']) {
    it(`has the same facts in the present one: ${layout}`, async () => {
      const path = files.newPath();
      const old = new URL(`${layout}-layout.db.gz`, import.meta.url);
      writeFileSync(path, gunzipSync(readFileSync(old)));
      const [store, memory] = [await openStore(path), openMemoryStore()];
      await memory.addAll(kept);
      expect(await everything(store)).to.deep.equal(await everything(memory));
      for (const { document } of kept) {
        expect(await store.extraction(document.id)).to.deep.equal(
          await memory.extraction(document.id),
        );
      }
      expect(await store.check()).to.deep.equal([]);
      expect(await store.addAll(kept)).to.deep.equal(kept.map(() => 'unchanged'));
      const known = { url: 'https://paper.example/rss', etag: '"1"', modified: null };
      await store.keepValidators(known.url, '', known);
      expect(await store.validators(known.url, '')).to.deep.equal(known);
      await store.close();
    });
  }
});
