#!/usr/bin/env node
// Starts the built command. In a checkout that was not built yet it says what to do.

import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  const { run } = await import(main.href);
  await run(process.argv.slice(2));
} else {
  process.stderr.write('whowhom: the command is not built yet; run `npm run build` first.\n');
  process.exitCode = 2;
}
