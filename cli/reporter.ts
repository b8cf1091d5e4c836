// Says what becomes of each article: a bar with rate and time left on a terminal, plain lines
// elsewhere.

import cliProgress from 'cli-progress';
import type { Outcome } from './add-articles.ts';

export interface Reporter {
  report(outcome: Outcome): void;
  /** How many articles are known of, and whether these are all. */
  readonly expect: (known: number, complete: boolean) => void;
  /** Prints the sums, and sets the exit code. `waiting` is how many are left in the queue. */
  end(interrupted: boolean, waiting: number): void;
  /** Takes the bar away. */
  clear(): void;
}

const line = (outcome: Outcome): string =>
  outcome.result === 'failed'
    ? `whowhom: ${outcome.path}: ${outcome.reason}\n`
    : `${outcome.result} ${outcome.path}: ${outcome.note ?? `${outcome.statements} statements`}\n`;

/** `2 h 5 min`, `3 min 20 s`, `8 s`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole >= 3600) return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
  if (whole >= 60) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${whole} s`;
}

/** How fast, and how long the rest takes at that speed; of more than is known it says nothing. */
export function pace(done: number, known: number, complete: boolean, seconds: number): string {
  if (done === 0 || seconds < 1) return '';
  const rate = done / seconds;
  const speed = rate >= 10 ? rate.toFixed(0) : rate.toFixed(1);
  if (!complete) return `${speed} a second`;
  return `${speed} a second, ${duration((known - done) / rate)} left`;
}

function bar() {
  const drawn = new cliProgress.SingleBar({
    format: '{bar} {value}/{total}{more} articles {pace}',
    clearOnComplete: true,
  });
  const start = Date.now();
  let [done, known, complete] = [0, 0, false];
  drawn.start(0, 0, { more: '+', pace: '' });
  const draw = (): void => {
    drawn.setTotal(known);
    const seconds = (Date.now() - start) / 1000;
    drawn.update(done, {
      more: complete ? '' : '+',
      pace: pace(done, known, complete, seconds),
    });
  };
  return {
    step() {
      done += 1;
      draw();
    },
    expect(articles: number, all: boolean) {
      [known, complete] = [articles, all];
      draw();
    },
    stop: () => drawn.stop(),
  };
}

export function reporterOf(): Reporter {
  const counts = { added: 0, replaced: 0, unchanged: 0, failed: 0 };
  const shown = process.stderr.isTTY ? bar() : null;
  const failures: string[] = [];
  let cleared = false;
  const clear = (): void => {
    if (cleared) return;
    cleared = true;
    shown?.stop();
    process.stderr.write(failures.join(''));
  };
  return {
    report(outcome) {
      counts[outcome.result] += 1;
      if (shown) {
        if (outcome.result === 'failed' || outcome.note) failures.push(line(outcome));
        shown.step();
      } else (outcome.result === 'failed' ? process.stderr : process.stdout).write(line(outcome));
    },
    expect: (known, complete) => shown?.expect(known, complete),
    clear,
    end(interrupted, waiting) {
      clear();
      const { added, replaced, unchanged, failed } = counts;
      process.stdout.write(
        `${added} added, ${replaced} replaced, ${unchanged} unchanged, ${failed} failed\n`,
      );
      if (interrupted) {
        const rest =
          waiting > 0 ? ` ${waiting} more wait; \`whowhom add\` without a file goes on.` : '';
        process.stderr.write(`whowhom: Stopped; the articles reported so far are kept.${rest}\n`);
        process.exitCode = 130;
      } else if (failed > 0) process.exitCode = 1;
    },
  };
}
