// An export in a thread: the same bytes as without, errors of the store as they are, and an end where
// nobody reads on. Of the built program, as a thread does not start with a file of TypeScript.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type ExportFormatName, exportFormats } from '../../graph/index.ts';
import { exportSource } from '../../server/index.ts';
import { openStore, type Store } from '../../store/index.ts';
import { extractions } from '../store/articles.ts';

const built = new URL('../../dist/server/export-in-thread.js', import.meta.url).href;
const { exportInThread }: typeof import('../../server/export-in-thread.ts') = await import(built);

async function textOf(pieces: AsyncIterable<string | Uint8Array>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const piece of pieces) chunks.push(Buffer.from(piece as string));
  return Buffer.concat(chunks).toString('utf8');
}

describe('export in a thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whowhom-export-'));
  const database = join(folder, 'graph.db');
  const heap = 64;
  let store: Store;

  before(async () => {
    store = await openStore(database);
    await store.addAll(extractions);
  });

  after(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [format, view] of [
    ['graphml', 'relations'],
    ['jsonld', 'statements'],
  ] as const satisfies readonly (readonly [ExportFormatName, 'relations' | 'statements'])[]) {
    it(`gives the same bytes as ${format} without`, async () => {
      const filter = { confidence: 0.1 };
      const own = await textOf(
        exportFormats[format].write(await exportSource(store, filter, view)),
      );
      const asked = { database, format, view, filter };
      expect(await textOf(exportInThread(asked, heap))).to.equal(own);
    });
  }

  it('throws the error of the store', async () => {
    const missing = join(folder, 'nothing.db');
    const asked = { database: missing, format: 'json', view: 'relations', filter: {} } as const;
    const error = await textOf(exportInThread(asked, heap)).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).to.include({ name: 'StoreError', code: 'missing' });
  });

  it('ends when nobody reads on, and lets the database go', async () => {
    const asked = { database, format: 'json', view: 'statements', filter: {} } as const;
    for await (const chunk of exportInThread(asked, heap)) {
      expect(chunk.length).to.be.above(0);
      break;
    }
    await store.remove(extractions[0]?.document.id ?? '');
  });
});
