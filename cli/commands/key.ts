// whowhom key add|list|remove : who may use the API from elsewhere. A key is shown once.

import { Command, InvalidArgumentError } from 'commander';
import { KeyError, makeKey, type Scope } from '../../server/index.ts';
import { keysOption, readKeys, writeKeys } from '../keys-file.ts';

interface KeyOptions {
  readonly keys: string;
  readonly scope: readonly Scope[];
}

function parseScope(text: string): Scope[] {
  const scopes = text.split(',');
  const known = scopes.filter((scope): scope is Scope => scope === 'read' || scope === 'write');
  if (known.length === scopes.length) return known;
  throw new InvalidArgumentError('Expected read, write or read,write.');
}

async function add(name: string, { keys: path, scope }: KeyOptions): Promise<void> {
  const keys = await readKeys(path);
  if (keys.some((key) => key.name === name)) {
    throw new KeyError(
      `There is a key "${name}" already. Choose another name, or remove it first.`,
    );
  }
  const { key, record } = makeKey(name, scope);
  await writeKeys(path, [...keys, record]);
  process.stdout.write(`${key}\n`);
  process.stderr.write('whowhom: This is the only time that the key is shown.\n');
}

async function list({ keys: path }: KeyOptions): Promise<void> {
  for (const { name, scopes } of await readKeys(path)) {
    process.stdout.write(`${name}\t${scopes.join(',')}\n`);
  }
}

async function remove(name: string, { keys: path }: KeyOptions): Promise<void> {
  const keys = await readKeys(path);
  const left = keys.filter((key) => key.name !== name);
  if (left.length === keys.length) {
    throw new KeyError(`There is no key "${name}" in ${path}. \`whowhom key list\` names them.`);
  }
  await writeKeys(path, left);
}

export function keyCommand(): Command {
  const command = new Command('key').description('keys for the API, needed beyond this machine');
  command
    .command('add')
    .description('make a key and print it, once')
    .argument('<name>', 'whose key it is')
    .option('--scope <scopes>', 'what it may do: read, write or read,write', parseScope, ['read'])
    .addOption(keysOption())
    .action(add);
  command
    .command('list')
    .description('print names and scopes')
    .addOption(keysOption())
    .action(list);
  command
    .command('remove')
    .description('make a key worthless, from the next start of the server on')
    .argument('<name>', 'whose key it is')
    .addOption(keysOption())
    .action(remove);
  return command;
}
