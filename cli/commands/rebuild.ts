// whowhom rebuild : reads all articles of the database again, with the extractor of today. What
// people judged stays: judgements are facts of their own and speak of ids that do not change.

import { Command } from 'commander';
import type { Store } from '../../store/index.ts';
import { addArticles } from '../add-articles.ts';
import { databaseOption } from '../database.ts';
import { extractorOf } from '../extractor.ts';
import type { Input } from '../inputs.ts';
import {
  type OwnKnowledgeOptions,
  ownKnowledgeOf,
  recipeOf,
  withOwnKnowledge,
} from '../own-knowledge.ts';
import { reporterOf } from '../reporter.ts';
import { allOf, withStore } from '../with-store.ts';
import { parseWorkers, stopOnInterrupt } from './add.ts';

interface RebuildOptions extends OwnKnowledgeOptions {
  readonly db: string;
  readonly workers: number;
}

async function* articlesOf(store: Store): AsyncGenerator<Input, void, void> {
  const ids: string[] = [];
  for await (const { id } of allOf((page) => store.documents(page))) ids.push(id);
  for (const id of ids) {
    const extraction = await store.extraction(id);
    if (!extraction) continue;
    const { document } = extraction;
    yield { name: document.title ?? document.url ?? id, document };
  }
}

async function rebuild(options: RebuildOptions): Promise<void> {
  const own = await ownKnowledgeOf(options);
  await withStore(options.db, async (store) => {
    const extractor = extractorOf(options.workers, own);
    const reporter = reporterOf();
    const stop = stopOnInterrupt();
    try {
      const outcomes = addArticles(store, articlesOf(store), extractor, {
        recipe: recipeOf(own),
        again: true,
        stop: stop.signal,
        progress: reporter.expect,
      });
      for await (const outcome of outcomes) reporter.report(outcome);
      reporter.end(stop.signal.aborted, 0);
    } finally {
      stop.end();
      reporter.clear();
      await extractor.close();
    }
  });
}

export function rebuildCommand(): Command {
  return withOwnKnowledge(new Command('rebuild'))
    .description('read all articles of the database again; judgements stay')
    .option('--workers <number>', 'threads that read, each with a language model', parseWorkers, 1)
    .addOption(databaseOption())
    .action(rebuild);
}
