// whowhom backup, restore, check, vacuum : care for the database file.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { Command } from 'commander';
import { StoreError } from '../../store/index.ts';
import { databaseOption } from '../database.ts';
import { withStore } from '../with-store.ts';

interface Options {
  readonly db: string;
}

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

export function backupCommand(): Command {
  return new Command('backup')
    .description('copy the database, also while it is in use')
    .argument('<file>', 'where to; a file that is not there yet')
    .addOption(databaseOption())
    .action(async (file: string, { db }: Options) => {
      const { documents, statements } = await withStore(db, async (store) => {
        await store.backup(file);
        return store.stats();
      });
      say(`${file}: ${documents} documents, ${statements} statements`);
    });
}

/** Refuses where a backup would be put over a database. */
function checkFree(db: string, replace: boolean | undefined): void {
  if (!replace && existsSync(db)) {
    throw new StoreError(
      'not-writable',
      `Expected no database at ${db}, found one. Give --replace to put the backup in its place, or another --db.`,
    );
  }
}

async function restore(file: string, options: Options & { replace?: boolean }): Promise<void> {
  const { db, replace } = options;
  checkFree(db, replace);
  const copy = `${db}.restoring`;
  const faults = await withStore(file, async (store) => {
    const found = await store.check();
    rmSync(copy, { force: true });
    if (found.length === 0) await store.backup(copy);
    return found;
  });
  if (faults.length > 0) {
    throw new StoreError('corrupt', `${file} is not restored: ${faults[0]}`);
  }
  for (const ending of ['-wal', '-shm']) rmSync(db + ending, { force: true });
  renameSync(copy, db);
  const { documents, statements } = await withStore(db, (store) => store.stats());
  say(`${db}: ${documents} documents, ${statements} statements`);
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('put a backup in the place of the database')
    .argument('<file>', 'the backup')
    .option('--replace', 'also where there is a database; stop the server first')
    .addOption(databaseOption())
    .action(restore);
}

export function checkCommand(): Command {
  return new Command('check')
    .description('look whether everything in the database fits together')
    .addOption(databaseOption())
    .action(async ({ db }: Options) => {
      const faults = await withStore(db, (store) => store.check(), { forReading: true });
      for (const fault of faults) process.stderr.write(`whowhom: ${fault}\n`);
      if (faults.length > 0) process.exitCode = 1;
      else say(`${db} is sound`);
    });
}

export function vacuumCommand(): Command {
  return new Command('vacuum')
    .description('give room back that removed articles took')
    .addOption(databaseOption())
    .action(async ({ db }: Options) => {
      await withStore(db, (store) => store.vacuum());
      say(`${db} is as small as it can be`);
    });
}
