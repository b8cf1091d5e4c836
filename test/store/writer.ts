// A second process that writes: `node --import tsx writer.ts DATABASE NAME COUNT`.
// It adds COUNT documents that all speak of the same two actors, and removes every third.

import { openStore } from '../../store/index.ts';
import { extractionOf } from './extraction.ts';

const [path = '', name = '', count = '0'] = process.argv.slice(2);
const store = await openStore(path, { busyTimeout: 20_000 });
for (let n = 0; n < Number(count); n++) {
  const extraction = extractionOf({
    url: `https://example.org/${name}/${n}`,
    published: '2024-01-01',
    sentences: [`[Norland] <greeted> [Sudmark] for the ${n}th time.`, `[${name}] <watched>.`],
  });
  await store.add(extraction);
  if (n % 3 === 2) await store.remove(extraction.document.id);
}
await store.close();
