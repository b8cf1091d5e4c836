// whowhom remove DOC|FILE… : forgets articles and all that only they support.

import { Command, InvalidArgumentError } from 'commander';
import { InputError } from '../../sources/index.ts';
import type { Store } from '../../store/index.ts';
import { databaseOption } from '../database.ts';
import { inputsOf } from '../inputs.ts';
import { allOf, withStore } from '../with-store.ts';

interface RemoveOptions {
  readonly db: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly before?: string;
  readonly dryRun?: boolean;
}

const dayLength = 86_400_000;

function parseDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError('Expected a day such as 2024-03-01.');
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - dayLength).toISOString().slice(0, 10);

/** The documents that files hold; one that is not in the database is said to be. */
async function* idsIn(args: readonly string[]): AsyncGenerator<string, void, void> {
  const files = args.filter((each) => !each.startsWith('doc_'));
  yield* args.filter((each) => each.startsWith('doc_'));
  if (files.length === 0) return;
  for await (const input of inputsOf(files)) {
    if ('error' in input) throw new InputError(`${input.name}: ${input.error.message}`);
    if ('document' in input) yield input.document.id;
  }
}

async function chosen(store: Store, args: readonly string[], options: RemoveOptions) {
  const { url, publisher, before } = options;
  const ids = new Set<string>();
  for await (const id of idsIn(args)) ids.add(id);
  if (url === undefined && publisher === undefined && before === undefined) return ids;
  const query = { url, publisher, to: before === undefined ? undefined : dayBefore(before) };
  const found = allOf((page) => store.documents({ ...query, ...page }));
  for await (const { id } of found) ids.add(id);
  return ids;
}

async function remove(args: readonly string[], options: RemoveOptions): Promise<void> {
  const { db, dryRun = false } = options;
  const nothing = [options.url, options.publisher, options.before].every((each) => !each);
  if (args.length === 0 && nothing) {
    throw new InputError(
      'Expected articles to remove, found none. Name ids or files, or give --url, --publisher or --before.',
    );
  }
  await withStore(db, async (store) => {
    let [removed, missing] = [0, 0];
    for (const id of await chosen(store, args, options)) {
      const document = await store.document(id);
      if (!document) {
        missing += 1;
        process.stderr.write(`whowhom: There is no document ${id} in the database.\n`);
        continue;
      }
      if (!dryRun) await store.remove(id);
      removed += 1;
      process.stdout.write(
        `${dryRun ? 'would remove' : 'removed'} ${id} ${document.title ?? ''}\n`,
      );
    }
    process.stdout.write(`${removed} ${dryRun ? 'to remove' : 'removed'}, ${missing} not found\n`);
    if (missing > 0) process.exitCode = 1;
  });
}

export function removeCommand(): Command {
  return new Command('remove')
    .description('forget articles and all that only they support')
    .argument('[articles...]', 'ids (doc_…), or the files they were read from')
    .option('--url <address>', 'the article of this address')
    .option('--publisher <name>', 'articles of this publisher, by its exact name')
    .option('--before <day>', 'articles published before this day', parseDay)
    .option('--dry-run', 'only say what would be removed')
    .addOption(databaseOption())
    .action(remove);
}
