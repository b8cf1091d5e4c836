// What tells whether an address changed since all of its articles were kept or queued. It is forgotten
// with any document, so that what was removed can come again.

import type { Validators } from '../../schema/index.ts';
import type { Engine } from './engine.ts';

export function findValidators(
  engine: Engine,
  address: string,
  reading: string,
): Validators | null {
  const [row] = engine.all<Validators>(
    'select url, etag, modified from validators where address = ? and reading = ?',
    [address, reading],
  );
  return row ?? null;
}

export function keepValidators(
  engine: Engine,
  address: string,
  reading: string,
  { url, etag, modified }: Validators,
): void {
  engine.run(
    'insert or replace into validators (address, reading, url, etag, modified) values (?, ?, ?, ?, ?)',
    [address, reading, url, etag, modified],
  );
}

export function forgetValidators(engine: Engine): void {
  engine.run('delete from validators', []);
}
