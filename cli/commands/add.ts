// whowhom add FILE|FOLDER|URL… : reads articles into the database.

import cliProgress from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import { openStore } from '../../store/index.ts';
import { addArticles, type Outcome } from '../add-articles.ts';
import { databaseOption } from '../database.ts';
import { extractorOf } from '../extractor.ts';
import { withInputOptions } from '../input-options.ts';
import { type InputOptions, inputsOf } from '../inputs.ts';
import { type OwnKnowledgeOptions, ownKnowledgeOf, withOwnKnowledge } from '../own-knowledge.ts';

interface AddOptions extends OwnKnowledgeOptions, InputOptions {
  readonly db: string;
  readonly workers: number;
}

function parseWorkers(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number from 1 to 99.');
}

/** Says what becomes of each article: a bar on a terminal, plain lines elsewhere. */
interface Reporter {
  report(outcome: Outcome): void;
  end(): void;
}

const line = (outcome: Outcome): string =>
  outcome.result === 'failed'
    ? `whowhom: ${outcome.path}: ${outcome.reason}\n`
    : `${outcome.result} ${outcome.path}: ${outcome.note ?? `${outcome.statements} statements`}\n`;

function reporterOf(): Reporter {
  if (!process.stderr.isTTY) {
    return {
      report: (outcome) =>
        (outcome.result === 'failed' ? process.stderr : process.stdout).write(line(outcome)),
      end: () => {},
    };
  }
  const bar = new cliProgress.SingleBar({
    format: '{value} articles in {duration_formatted}',
    clearOnComplete: true,
  });
  const failures: string[] = [];
  bar.start(0, 0);
  return {
    report(outcome) {
      if (outcome.result === 'failed' || outcome.note) failures.push(line(outcome));
      bar.increment();
    },
    end() {
      bar.stop();
      process.stderr.write(failures.join(''));
    },
  };
}

async function add(args: readonly string[], options: AddOptions): Promise<void> {
  const { db, workers } = options;
  const own = await ownKnowledgeOf(options);
  const store = await openStore(db);
  const extractor = extractorOf(workers, own);
  const reporter = reporterOf();
  const counts = { added: 0, replaced: 0, unchanged: 0, failed: 0 };
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    const inputs = inputsOf(args, { ...options, stop: stop.signal });
    for await (const outcome of addArticles(store, inputs, extractor)) {
      counts[outcome.result] += 1;
      reporter.report(outcome);
      if (stop.signal.aborted) break;
    }
  } finally {
    process.off('SIGINT', interrupt);
    reporter.end();
    await extractor.close();
    await store.close();
  }
  const { added, replaced, unchanged, failed } = counts;
  process.stdout.write(
    `${added} added, ${replaced} replaced, ${unchanged} unchanged, ${failed} failed\n`,
  );
  if (stop.signal.aborted) {
    process.stderr.write('whowhom: Stopped; the articles reported so far are kept.\n');
    process.exitCode = 130;
  } else if (failed > 0) process.exitCode = 1;
}

export function addCommand(): Command {
  return withInputOptions(withOwnKnowledge(new Command('add')))
    .description('read articles into the database')
    .argument('<inputs...>', 'files, folders, addresses of pages and feeds; - for standard input')
    .option('--watch', 'go on with what comes later, until Ctrl-C')
    .option('--workers <number>', 'threads that read, each with a language model', parseWorkers, 1)
    .addOption(databaseOption())
    .action(add);
}
