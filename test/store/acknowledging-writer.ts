// A process that adds articles until it is stopped or cannot: `node --import tsx
// acknowledging-writer.ts DATABASE COUNT`. It prints the number of each article that is kept, and
// when it fails the code of the error.

import { openStore, StoreError } from '../../store/index.ts';
import { numbered } from './numbered-articles.ts';

const [path = '', count = '0'] = process.argv.slice(2);

const store = await openStore(path);
try {
  for (let n = 0; n < Number(count); n++) {
    await store.add(numbered(n));
    process.stdout.write(`${n}\n`);
  }
} catch (error) {
  process.stdout.write(`${error instanceof StoreError ? error.code : error}\n`);
}
await store.close();
