// Pages in the shapes that news sites have, and the documents that are read out of them. To see what
// a change does, run with WRITE_PAGES=1 and look at the difference.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { validate } from '../../schema/index.ts';
import { readDocuments } from '../../sources/index.ts';
import { bytesOf, collect } from './reading.ts';

const folder = new URL('pages/', import.meta.url);

describe('sources: pages', () => {
  for (const slug of readdirSync(folder).sort()) {
    it(`reads ${slug}`, async () => {
      const page = readFileSync(new URL(`${slug}/page.html`, folder));
      const items = await collect(readDocuments({ name: 'page.html', bytes: bytesOf(page) }));
      expect(items).to.have.length(1);
      const [item] = items;
      if (!item || 'error' in item) throw item?.error ?? new Error('nothing was read');
      const file = new URL(`${slug}/document.json`, folder);
      if (process.env.WRITE_PAGES) {
        writeFileSync(file, `${JSON.stringify(item.document, null, 2)}\n`);
      }
      expect(item.document).to.deep.equal(JSON.parse(readFileSync(file, 'utf8')));
      expect(validate('document', item.document)).to.have.property('ok', true);
    });
  }
});
