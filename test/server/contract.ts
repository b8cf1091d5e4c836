// Holds every answer of the tests against the OpenAPI document: the operation, the status, the media
// type and the body must be written there.

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect } from 'chai';

interface Described {
  readonly responses: Readonly<Record<string, { content?: Record<string, { schema?: object }> }>>;
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: object };
}

const prefix = '/api/v1';

const pattern = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);

export class Contract {
  readonly #document: OpenApi;
  readonly #ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: false });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(document: OpenApi) {
    this.#document = document;
    formats.default(this.#ajv);
    this.#ajv.addSchema({ $id: 'openapi', ...document });
  }

  #valid(reference: string, value: unknown): void {
    const known = this.#validators.get(reference);
    const validator = known ?? this.#ajv.compile({ $ref: `openapi${reference}` });
    this.#validators.set(reference, validator);
    expect(validator(value), JSON.stringify(validator.errors)).to.equal(true);
  }

  #operation(method: string, path: string): Described | null {
    const name = method.toLowerCase().replace('head', 'get');
    for (const [template, operations] of Object.entries(this.#document.paths)) {
      const found = operations[name];
      if (found && pattern(template).test(path)) return found;
    }
    return null;
  }

  /** Checks an answer, whose body is left to be read. What is not under /api/v1 is not described. */
  async check(method: string, address: string, response: Response): Promise<void> {
    const path = address.split('?')[0] ?? '';
    if (!path.startsWith(`${prefix}/`)) return;
    const described = this.#operation(method, path.slice(prefix.length));
    const problem = response.status >= 400;
    if (!described) {
      expect(problem, `${method} ${path} is not described`).to.equal(true);
      return;
    }
    if (response.status === 304 || response.status === 204 || method === 'HEAD') return;
    const answer = described.responses[response.status];
    if (!problem) expect(answer, `${method} ${path}: ${response.status}`).to.not.equal(undefined);
    const type = (response.headers.get('Content-Type') ?? '').split(';')[0] ?? '';
    if (problem) {
      expect(type).to.equal('application/problem+json');
      this.#valid('#/components/schemas/problem', await response.clone().json());
      return;
    }
    const content = answer?.content?.[type];
    expect(content, `${method} ${path}: ${type}`).to.not.equal(undefined);
    const reference = (content?.schema as { $ref?: string } | undefined)?.$ref;
    if (type === 'application/json' && reference !== undefined) {
      this.#valid(reference, await response.clone().json());
    }
  }
}
