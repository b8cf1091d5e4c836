// whowhom config : prints the options that hold here, and where each comes from.

import { Command } from 'commander';
import type { Settings } from '../config.ts';

export function configCommand(settings: () => Settings): Command {
  return new Command('config')
    .description('print the options of configuration file and environment')
    .action(() => {
      const found = Object.entries(settings()).sort(([a], [b]) => (a < b ? -1 : 1));
      const values = Object.fromEntries(found.map(([name, { value }]) => [name, value]));
      process.stdout.write(`${JSON.stringify(values, null, 2)}\n`);
      for (const [name, { from }] of found) process.stderr.write(`${name} from ${from}\n`);
    });
}
