// Writes schema/model.ts, the TypeScript types of the JSON Schema files, or with --check
// fails when the committed types are not what the schemas say.
// `npm run schema`, `npm run schema -- --check`

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, type JSONSchema } from 'json-schema-to-typescript';

const folder = fileURLToPath(new URL('.', import.meta.url));
const output = `${folder}model.ts`;

/** One schema that refers to every file, so that a shared definition becomes one type. */
function bundle(): JSONSchema {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.schema.json'))
    .sort();
  const properties: Record<string, JSONSchema> = {};
  for (const file of files) {
    const schema = JSON.parse(readFileSync(folder + file, 'utf8'));
    if (schema.type) properties[file.replace('.schema.json', '')] = { $ref: file };
    for (const name of Object.keys(schema.$defs ?? {})) {
      properties[name] = { $ref: `${file}#/$defs/${name}` };
    }
  }
  return {
    title: 'Model',
    description: 'Every concept by name.',
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
  };
}

const source = await compile(bundle(), 'Model', {
  cwd: folder,
  bannerComment:
    '// Generated from the JSON Schema files beside it by `npm run schema`. Do not edit.',
  style: { singleQuote: true, printWidth: 100 },
  format: true,
});

if (process.argv.includes('--check')) {
  const committed = readFileSync(output, 'utf8');
  if (committed !== source) {
    console.error(
      'schema/model.ts is not what the schemas say. Run `npm run schema` and commit the result.',
    );
    process.exit(1);
  }
} else {
  writeFileSync(output, source);
}
