// The only ajv. Values are checked where they enter the product (files, HTTP, the command line);
// behind the doors the types are trusted.

import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import api from './api.schema.json' with { type: 'json' };
import article from './article.schema.json' with { type: 'json' };
import config from './config.schema.json' with { type: 'json' };
import document from './document.schema.json' with { type: 'json' };
import entity from './entity.schema.json' with { type: 'json' };
import extraction from './extraction.schema.json' with { type: 'json' };
import gazetteer from './gazetteer.schema.json' with { type: 'json' };
import graph from './graph.schema.json' with { type: 'json' };
import job from './job.schema.json' with { type: 'json' };
import judgement from './judgement.schema.json' with { type: 'json' };
import list from './list.schema.json' with { type: 'json' };
import mention from './mention.schema.json' with { type: 'json' };
import type { Model } from './model.ts';
import pair from './pair.schema.json' with { type: 'json' };
import problem from './problem.schema.json' with { type: 'json' };
import rollup from './rollup.schema.json' with { type: 'json' };
import sentence from './sentence.schema.json' with { type: 'json' };
import statement from './statement.schema.json' with { type: 'json' };
import token from './token.schema.json' with { type: 'json' };
import tuple from './tuple.schema.json' with { type: 'json' };

/** Every schema file, by concept. */
export const schemas = {
  api,
  article,
  config,
  document,
  entity,
  extraction,
  gazetteer,
  graph,
  job,
  judgement,
  list,
  mention,
  pair,
  problem,
  rollup,
  sentence,
  statement,
  token,
  tuple,
} as const;

/** Concepts that share a file with others, by that file. */
const definitions: Readonly<Record<string, readonly string[]>> = {
  list: [
    'documentList',
    'entityList',
    'statementList',
    'judgementList',
    'jobList',
    'documentSummary',
    'entitySummary',
  ],
  rollup: ['relation', 'relationList', 'timeline', 'facets', 'stats'],
  api: [
    'entityDetail',
    'markList',
    'pathList',
    'searchResults',
    'submission',
    'accepted',
    'judgementSubmission',
    'judgementPreview',
    'mergeParts',
    'importReport',
    'health',
  ],
};

/** One thing that is wrong: a JSON pointer into the value and what was expected there. */
export interface SchemaError {
  readonly pointer: string;
  readonly detail: string;
}

export type Validation<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly SchemaError[] };

let ajv: Ajv2020 | null = null;

function validatorOf(concept: keyof Model): ValidateFunction {
  if (!ajv) {
    ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, verbose: true });
    formats.default(ajv);
    for (const schema of Object.values(schemas)) ajv.addSchema(schema);
  }
  const file = Object.keys(definitions).find((each) => definitions[each]?.includes(concept));
  const reference = file ? `${file}.schema.json#/$defs/${concept}` : `${concept}.schema.json`;
  const validator = ajv.getSchema(reference);
  if (!validator) throw new Error(`There is no schema for ${concept}.`);
  return validator;
}

/** One sentence for a person: where, what was expected, and for a pattern what it stands for. */
function describe(error: ErrorObject): SchemaError {
  if (error.keyword === 'pattern' && error.parentSchema?.description) {
    const expected = String(error.parentSchema.description).replace(/\.$/, '');
    return {
      pointer: error.instancePath,
      detail: `${error.instancePath} must be: ${expected}; found ${JSON.stringify(error.data)}`,
    };
  }
  const extra =
    error.keyword === 'additionalProperties' ? `: ${error.params.additionalProperty}` : '';
  const allowed = error.keyword === 'enum' ? `: ${error.params.allowedValues.join(', ')}` : '';
  return {
    pointer: error.instancePath,
    detail: `${error.instancePath || 'the value'} ${error.message ?? error.keyword}${extra}${allowed}`,
  };
}

/** Checks a value against the schema of a concept; every error has a JSON pointer. Throws nothing. */
export function validate<K extends keyof Model>(concept: K, value: unknown): Validation<Model[K]> {
  const validator = validatorOf(concept);
  if (validator(value)) return { ok: true, value: value as Model[K] };
  return { ok: false, errors: (validator.errors ?? []).map(describe) };
}
