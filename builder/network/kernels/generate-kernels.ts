// Compiles kernels.as.ts to WebAssembly and writes it to binary.ts: `npm run kernels [-- --check]`.
// With --check nothing is written: it fails where binary.ts is not what the source gives.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const source = readFileSync(fileOf('kernels.as.ts'), 'utf8');
const { error, stderr, binary } = await asc.compileString(source, {
  optimizeLevel: 3,
  runtime: 'stub',
  enable: ['simd'],
  noAssert: true,
  use: ['abort='],
});
if (error || !binary) throw new Error(`kernels.as.ts does not compile: ${stderr.toString()}`);

const base64 = Buffer.from(binary).toString('base64');
const lines = base64.match(/.{1,94}/g) ?? [];
const text = `// Written by \`npm run kernels\` from kernels.as.ts: the WebAssembly of the inner loops.

export const binary = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`;
if (!process.argv.includes('--check')) writeFileSync(fileOf('binary.ts'), text);
else if (readFileSync(fileOf('binary.ts'), 'utf8') !== text) {
  throw new Error(
    'builder/network/kernels/binary.ts is not what kernels.as.ts gives: npm run kernels',
  );
}
