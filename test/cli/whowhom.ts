// The command as a user runs it: `await whowhom('extract', 'article.md')`.

import { type ExecFileOptions, execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/whowhom.js', import.meta.url));

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const run = (args: readonly string[], options: ExecFileOptions): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], options, (error, out, err) =>
      resolve({
        code: typeof error?.code === 'number' ? error.code : 0,
        out: String(out),
        err: String(err),
      }),
    );
  });

/** Runs the built command to its end. */
export const whowhom = (...args: string[]): Promise<Outcome> => run(args, {});

/** A user for whom the permissions of files count, as they do not for root. */
export const nobody: { readonly uid?: number } = process.getuid?.() === 0 ? { uid: 65_534 } : {};

/** The same as such a user. */
export const whowhomAsNobody = (...args: string[]): Promise<Outcome> => run(args, nobody);
