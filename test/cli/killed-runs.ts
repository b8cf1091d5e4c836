// `whowhom add` killed at random points and started again until it is through; then everything
// that it acknowledged must be there, and the graph must be that of a run nobody disturbed.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { identifier } from '../../schema/index.ts';
import { openStore } from '../../store/index.ts';
import { whowhom } from './whowhom.ts';

const bin = fileURLToPath(new URL('../../bin/whowhom.js', import.meta.url));

export interface KilledRuns {
  /** Runs that were killed before they were through. */
  readonly kills: number;
  /** Articles that a killed run had reported. */
  readonly acknowledged: number;
  /** Of these, how many were not there afterwards. */
  readonly lost: number;
  /** Sentences of `check` after any kill, and of what went otherwise. */
  readonly faults: readonly string[];
  readonly documents: number;
  /** Whether the export is the same bytes as that of an undisturbed run. */
  readonly sameGraph: boolean;
}

const actors = ['China', 'Japan', 'Kenya', 'France', 'Brazil', 'Norway', 'Egypt'];
const verbs = ['accused', 'met', 'thanked', 'sanctioned', 'visited'];
const url = (index: number): string => `https://example.org/killed/${index}`;
const pathOf = (folder: string, index: number): string => join(folder, `${index}.md`);

function writeArticles(folder: string, articles: number): void {
  mkdirSync(folder);
  for (let index = 0; index < articles; index++) {
    const [one, other] = [actors[index % 7], actors[(index * 3 + 1) % 7]];
    const text = `${one} ${verbs[index % 5]} ${other} over case ${index}. Envoy ${index} of ${other} met Minister Lin of ${one} in Geneva.`;
    writeFileSync(
      pathOf(folder, index),
      `---\nurl: ${url(index)}\npublished: 2024-03-${String(1 + (index % 28)).padStart(2, '0')}\n---\n${text}\n`,
    );
  }
}

/**
 * Runs `add` and kills it some milliseconds after it has added so many articles; what it reported,
 * and whether it was through.
 */
async function killedRun(db: string, articles: string, after: number, delay: number) {
  const child = spawn(process.execPath, [bin, 'add', '--workers', '2', '--db', db, articles], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  let timer: NodeJS.Timeout | null = null;
  const wait = (): void => {
    if ((out.match(/^added .*\n/gm) ?? []).length < after) return;
    timer ??= setTimeout(() => child.kill('SIGKILL'), delay);
  };
  child.stdout.on('data', (data) => {
    out += data;
    wait();
  });
  wait();
  const [code] = await once(child, 'close');
  if (timer) clearTimeout(timer);
  const reported = [...out.matchAll(/^(?:added|replaced|unchanged) .*?(\d+)\.md: /gm)];
  return { through: code !== null, indices: reported.map((found) => Number(found[1])) };
}

/** What is wrong with the database, and which of the articles are not in it. */
async function stateOf(db: string, indices: ReadonlySet<number>) {
  const store = await openStore(db);
  try {
    const faults = await store.check();
    let lost = 0;
    for (const index of indices) {
      if (!(await store.document(identifier('doc', [url(index)])))) lost += 1;
    }
    return { faults, lost, documents: (await store.stats()).documents };
  } finally {
    await store.close();
  }
}

/**
 * `random` gives numbers from 0 to 1. A quarter of the kills come within two seconds of the start, the
 * others up to a fifth of a second after the first, second, … or sixth report.
 */
export async function killedRuns(options: {
  readonly kills: number;
  readonly articles: number;
  readonly random: () => number;
}): Promise<KilledRuns> {
  const folder = mkdtempSync(join(tmpdir(), 'whowhom-killed-'));
  const [db, calm, articles] = ['killed.db', 'calm.db', 'articles'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  try {
    writeArticles(articles, options.articles);
    await whowhom('add', '--db', calm, articles);
    const acknowledged = new Set<number>();
    const faults: string[] = [];
    let [kills, lost] = [0, 0];
    while (kills < options.kills) {
      const early = options.random() < 0.25;
      const after = early ? 0 : 1 + Math.floor(options.random() * 6);
      const run = await killedRun(db, articles, after, options.random() * (early ? 2000 : 200));
      for (const index of run.indices) acknowledged.add(index);
      if (run.through) {
        // It was quicker than the kill: once more from the start.
        rmSync(db, { force: true });
        acknowledged.clear();
      } else {
        kills += 1;
        const state = await stateOf(db, acknowledged);
        faults.push(...state.faults);
        lost += state.lost;
      }
    }
    const last = await whowhom('add', '--workers', '2', '--db', db, articles);
    if (last.code !== 0) faults.push(`The last run ended with ${last.code}: ${last.err}`);
    const state = await stateOf(db, new Set(Array.from({ length: options.articles }, (_, i) => i)));
    faults.push(...state.faults);
    const [one, other] = [
      await whowhom('export', '--db', db),
      await whowhom('export', '--db', calm),
    ];
    return {
      kills,
      acknowledged: acknowledged.size,
      lost: lost + state.lost,
      faults,
      documents: state.documents,
      sameGraph: one.out === other.out && one.out.length > 0,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
