// Options that are written down once: whowhom.config.json in the present folder, or the file of
// `--config`, and above it the environment (`WHOWHOM_DB`, `WHOWHOM_USER_AGENT`, lists with commas
// between). What stands on the command line is above both.

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { type Config, validate } from '../schema/index.ts';

export const defaultConfigFile = 'whowhom.config.json';

/** The message is a sentence for the user. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export interface Setting {
  readonly value: unknown;
  /** Name of the file or of the environment variable. */
  readonly from: string;
}

export type Settings = Readonly<Partial<Record<keyof Config, Setting>>>;

const names = [
  'db',
  'workers',
  'gazetteer',
  'ontology',
  'engine',
  'keepDuplicates',
  'userAgent',
  'allowAddress',
  'host',
  'port',
  'by',
] as const satisfies readonly (keyof Config)[];

type Name = (typeof names)[number];

const lists: readonly Name[] = ['gazetteer', 'allowAddress'];
const paths: readonly Name[] = ['db', 'gazetteer', 'ontology'];
const numbers: readonly Name[] = ['workers', 'port'];

function checked(value: unknown, source: string): Config {
  const result = validate('config', value);
  if (result.ok) return result.value;
  const found = result.errors.map(({ detail }) => detail).join('; ');
  throw new ConfigError(`${source}: ${found}. Correct it, or leave it out.`);
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : error;
    throw new ConfigError(`${file}: Expected JSON, found otherwise: ${found}.`);
  }
}

/** The file's text; null where there is none and none was asked for. */
function textOf(file: string, asked: boolean): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !asked) return null;
    const found = code === 'ENOENT' ? 'found none' : `it cannot be read (${code})`;
    throw new ConfigError(`${file}: Expected a configuration file, ${found}. Check the path.`);
  }
}

const within = (folder: string, value: unknown): unknown =>
  Array.isArray(value) ? value.map((each) => resolve(folder, each)) : resolve(folder, `${value}`);

function fileSettings(file: string, asked: boolean): Settings {
  const text = textOf(file, asked);
  if (text === null) return {};
  const config = checked(parsed(text, file), file);
  const settings = names.flatMap((name) => {
    const value = config[name];
    if (value === undefined) return [];
    const placed = paths.includes(name) ? within(dirname(resolve(file)), value) : value;
    return [[name, { value: placed, from: file }] as const];
  });
  return Object.fromEntries(settings);
}

/** `userAgent` → `WHOWHOM_USER_AGENT`. */
export const variableOf = (name: string): string =>
  `WHOWHOM_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

function environmentValue(name: Name, text: string): unknown {
  if (lists.includes(name)) return text.split(',').map((each) => each.trim());
  if (numbers.includes(name)) return /^\d+$/.test(text) ? Number(text) : text;
  if (name !== 'keepDuplicates') return text;
  return /^(?:true|1)$/.test(text) ? true : /^(?:false|0)$/.test(text) ? false : text;
}

function environmentSettings(environment: NodeJS.ProcessEnv): Settings {
  const settings = names.flatMap((name) => {
    const variable = variableOf(name);
    const text = environment[variable];
    if (text === undefined || text === '') return [];
    const value = environmentValue(name, text);
    checked({ [name]: value }, variable);
    return [[name, { value, from: variable }] as const];
  });
  return Object.fromEntries(settings);
}

/** What file and environment say. Throws a ConfigError that names the place at fault. */
export function readSettings(file: string | undefined, environment: NodeJS.ProcessEnv): Settings {
  return {
    ...fileSettings(file ?? defaultConfigFile, file !== undefined),
    ...environmentSettings(environment),
  };
}

/** Gives a command the settings that it has an option for and that its command line does not give. */
export function applySettings(command: Command, settings: Settings): void {
  for (const option of command.options) {
    const name = option.attributeName();
    const setting = settings[name as Name];
    if (!setting || command.getOptionValueSource(name) === 'cli') continue;
    command.setOptionValueWithSource(name, setting.value, 'config');
  }
}
