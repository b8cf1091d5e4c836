// The language model of the package, loaded once a process: its files read, and the runtime chosen
// (onnxruntime-node where it is installed, else our own in WebAssembly, which runs everywhere).

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LanguageModel, Runtime } from '../builder/index.ts';
import { packageFolder } from './package-folder.ts';

export type RuntimeName = 'native' | 'wasm';

const folder = join(packageFolder, 'builder', 'parse', 'model');

async function fileOf(name: string): Promise<Buffer> {
  const { ModelError } = await import('../builder/index.ts');
  const path = join(folder, name);
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new ModelError(
      `The language model's file ${path} cannot be read (${error.code}). Install the package again, or in a checkout restore it with git.`,
    );
  });
}

/** onnxruntime-node is an optional dependency: where it could not be installed there is none. */
async function nativeRuntime(): Promise<Runtime | null> {
  try {
    const name = 'onnxruntime-node';
    const loaded = (await import(name)) as Runtime & { readonly default?: Runtime };
    // What a CommonJS package exports stands under `default` or beside it, as the loader likes.
    return loaded.default ?? loaded;
  } catch {
    return null;
  }
}

async function load(name: RuntimeName | undefined): Promise<LanguageModel> {
  const { loadModel, ModelError } = await import('../builder/index.ts');
  const [model, vocabulary, labels] = await Promise.all(
    ['model.onnx', 'vocabulary.txt', 'labels.json'].map(fileOf),
  );
  const native = name === 'wasm' ? null : await nativeRuntime();
  if (name === 'native' && !native) {
    throw new ModelError('onnxruntime-node is not installed here; use the runtime wasm.');
  }
  const files = {
    model: model as Buffer,
    vocabulary: (vocabulary as Buffer).toString('utf8'),
    labels: (labels as Buffer).toString('utf8'),
  };
  return loadModel(files, native ?? undefined);
}

const loaded = new Map<RuntimeName | undefined, Promise<LanguageModel>>();

/**
 * The language model, loaded at the first call and shared from then on. Without a name the
 * fastest runtime that is installed. Rejects with a ModelError that names the file at fault.
 */
export function languageModel(name?: RuntimeName): Promise<LanguageModel> {
  const known = loaded.get(name);
  if (known) return known;
  const model = load(name);
  loaded.set(name, model);
  return model;
}
