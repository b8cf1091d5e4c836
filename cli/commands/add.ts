// whowhom add FILE|FOLDER|URL… : reads articles into the database.

import { Command, InvalidArgumentError } from 'commander';
import { contentHash } from '../../schema/index.ts';
import { openStore } from '../../store/index.ts';
import { addArticles } from '../add-articles.ts';
import { databaseOption } from '../database.ts';
import { extractorOf } from '../extractor.ts';
import { withInputOptions } from '../input-options.ts';
import { type InputOptions, inputsOf } from '../inputs.ts';
import {
  type OwnKnowledgeOptions,
  ownKnowledgeOf,
  recipeOf,
  withOwnKnowledge,
} from '../own-knowledge.ts';
import { version } from '../package-folder.ts';
import { reporterOf } from '../reporter.ts';

interface AddOptions extends OwnKnowledgeOptions, InputOptions {
  readonly db: string;
  readonly workers: number;
  readonly keepDuplicates?: boolean;
  readonly retry?: boolean;
}

export function parseWorkers(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number from 1 to 99.');
}

/** A signal that Ctrl-C gives; a second one ends the program at once. */
export function stopOnInterrupt(): { readonly signal: AbortSignal; readonly end: () => void } {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  return {
    signal: stop.signal,
    end() {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    },
  };
}

async function add(args: readonly string[], options: AddOptions): Promise<void> {
  const { db, workers, keepDuplicates, retry, type } = options;
  const own = await ownKnowledgeOf(options);
  const store = await openStore(db);
  const extractor = extractorOf(workers, own);
  const reporter = reporterOf();
  const stop = stopOnInterrupt();
  try {
    if (retry) await store.retry(Date.now());
    const recipe = recipeOf(own);
    const reading = contentHash(JSON.stringify([version, recipe, keepDuplicates, type]));
    const inputs = inputsOf(args, {
      ...options,
      known: (address) => store.validators(address, reading),
      stop: stop.signal,
    });
    const outcomes = addArticles(store, inputs, extractor, {
      recipe,
      keepDuplicates,
      addressRead: (address, validators) => store.keepValidators(address, reading, validators),
      stop: stop.signal,
      progress: reporter.expect,
    });
    for await (const outcome of outcomes) reporter.report(outcome);
    const { queue } = await store.stats();
    reporter.end(stop.signal.aborted, queue.queued);
  } finally {
    stop.end();
    reporter.clear();
    await extractor.close();
    await store.close();
  }
}

export function addCommand(): Command {
  return withInputOptions(withOwnKnowledge(new Command('add')))
    .description('read articles into the database')
    .argument(
      '[inputs...]',
      'files, folders, addresses of pages and feeds; - for standard input; none to go on with what waits',
    )
    .option('--watch', 'go on with what comes later, until Ctrl-C')
    .option('--workers <number>', 'threads that read, each with a language model', parseWorkers, 1)
    .option('--keep-duplicates', 'count copies of an article each for itself')
    .option('--retry', 'try those that failed once more')
    .addOption(databaseOption())
    .action(add);
}
