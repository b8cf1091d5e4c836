// Articles annotated in texts of others, kept without the texts:
// `npx tsx training/real-articles.ts pack MARKED DATA OUT`: marked articles → stand-off files
// `npx tsx training/real-articles.ts unpack STANDOFF DATA OUT`: the reverse, outside the repository
// Prints one JSON line of counts, each file left out with its reason, and exits with 1 on any.

import { packFolder, unpackFolder } from './stand-off-folders.ts';

const commands = { pack: packFolder, unpack: unpackFolder };
const [command = '', from, data, out, ...others] = process.argv.slice(2);
if (!Object.hasOwn(commands, command) || !from || !data || !out || others.length > 0) {
  console.error('Expected: real-articles.ts pack MARKED DATA OUT, or unpack STANDOFF DATA OUT');
  process.exit(2);
}
try {
  const { written, faults } = commands[command as keyof typeof commands](from, data, out);
  for (const fault of faults) console.error(fault);
  console.log(JSON.stringify({ folder: out, written, leftOut: faults.length }));
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
