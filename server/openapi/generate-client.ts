// Writes client/api-client.ts, the typed client of the API, from the OpenAPI document; or with --check
// fails when the committed one is not what the document says. `npm run openapi`, `npm run openapi -- --check`

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openMemoryStore } from '../../store/index.ts';
import { createJobBoard } from '../job-board.ts';
import { allOperations } from '../operations.ts';
import { openApiDocument } from './document.ts';

const output = fileURLToPath(new URL('../../client/api-client.ts', import.meta.url));

interface Schema {
  readonly type?: string;
  readonly enum?: readonly (string | number)[];
  readonly items?: Schema;
  readonly title?: string;
  readonly $ref?: string;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly schema: Schema;
}
interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: Schema }>> }>
  >;
}

const store = openMemoryStore();
const board = createJobBoard();
const document = openApiDocument(
  allOperations({ store, board, start: '', now: () => 0, database: null }),
  {
    version: '0',
  },
) as unknown as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const imported = new Set<string>();

/** The TypeScript type of a component: its title, as schema/model.ts calls it. */
function typeOfReference(reference: string): string {
  const name = reference.replace('#/components/schemas/', '');
  const title = document.components.schemas[name]?.title ?? name;
  imported.add(title);
  return title;
}

function typeOf({ type, enum: values, items }: Schema): string {
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (type === 'array') return `readonly (${typeOf(items ?? {})})[]`;
  return type === 'integer' ? 'number' : (type ?? 'unknown');
}

const capital = (name: string): string => name[0]?.toUpperCase() + name.slice(1);

function queryInterface({ operationId, parameters }: Described): string {
  const inQuery = parameters.filter((each) => each.in === 'query');
  if (inQuery.length === 0) return '';
  const lines = inQuery.map(
    ({ name, description, schema }) =>
      `  /** ${description} */\n  readonly ${name}?: ${typeOf(schema)} | undefined;`,
  );
  return `export interface ${capital(operationId)}Query {\n${lines.join('\n')}\n}\n\n`;
}

/** What it answers: a record, or the whole response where it is none of JSON. */
function answerOf({ responses }: Described): { type: string; read: string } {
  const good = Object.entries(responses).find(([status]) => /^2/.test(status))?.[1];
  const reference = good?.content?.['application/json']?.schema.$ref;
  return reference
    ? { type: typeOfReference(reference), read: 'json' }
    : { type: 'Response', read: 'response' };
}

function method(name: string, path: string, described: Described): string {
  const { operationId, summary, parameters, requestBody } = described;
  const body = Object.values(requestBody?.content ?? {})[0]?.schema.$ref;
  const form = requestBody?.content['multipart/form-data'] ? ' | FormData' : '';
  const hasQuery = parameters.some((each) => each.in === 'query');
  const { type, read } = answerOf(described);
  const given = [
    ...(path.includes('{id}') ? ['id: string'] : []),
    ...(body ? [`body: ${typeOfReference(body)}${form}`] : []),
    ...(hasQuery ? [`query: ${capital(operationId)}Query = {}`] : []),
    'options: RequestOptions = {}',
  ];
  const address = `\`${path.replace('{id}', '$' + '{encodeURIComponent(id)}')}${hasQuery ? '$' + '{inAddress(query)}' : ''}\``;
  const sent = body ? ', body' : '';
  const call = `send('${name.toUpperCase()}', ${address}, options${sent})`;
  const result = read === 'json' ? `${call} as Promise<${type}>` : `${call}`;
  const through = read === 'json' ? result.replace('send(', 'sendForJson(') : result;
  return `  /** ${summary} */\n  ${operationId}: (${given.join(', ')}): Promise<${type}> =>\n    ${through},\n`;
}

const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([name, each]) => ({ path, name, each })),
);
const interfaces = described.map(({ each }) => queryInterface(each)).join('');
const methods = described.map(({ path, name, each }) => method(name, path, each)).join('\n');

const source = `// Generated from the OpenAPI document by \`npm run openapi\`. Do not edit.

import type {
${[...imported, 'Problem']
  .sort()
  .map((name) => `  ${name},`)
  .join('\n')}
} from '../schema/index.ts';

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is an error; the message is the sentence of its problem details. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly problem: Problem | null;

  constructor(status: number, problem: Problem | null) {
    super(problem?.detail ?? \`The server answered \${status}.\`);
    this.status = status;
    this.problem = problem;
  }
}

${interfaces}const inList = (value: unknown): string => {
  const text = String(value);
  return text.includes(',') ? \`"\${text}"\` : text;
};

/** A query as it stands in an address; values of a list have commas between. */
export function inAddress(query: object): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    parameters.set(name, Array.isArray(value) ? value.map(inList).join(',') : String(value));
  }
  return parameters.size > 0 ? \`?\${parameters}\` : '';
}

/** A client of the API whose address begins with \`root\`, for example \`/api/v1\`. */
export const createApiClient = (root: string, ask: typeof fetch = fetch) => {
  const send = async (
    method: string,
    path: string,
    { signal, headers = {} }: RequestOptions,
    body?: object,
  ): Promise<Response> => {
    const isForm = body instanceof FormData;
    const response = await ask(\`\${root}\${path}\`, {
      method,
      headers: {
        ...(body && !isForm ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
    });
    if (response.ok) return response;
    throw new ApiError(response.status, (await response.json().catch(() => null)) as Problem | null);
  };
  const sendForJson = async (...given: Parameters<typeof send>): Promise<unknown> =>
    (await send(...given)).json();
  return {
${methods
  .split('\n')
  .map((line) => (line === '' ? '' : `  ${line}`))
  .join('\n')}  };
};

export type ApiClient = ReturnType<typeof createApiClient>;
`;

if (process.argv.includes('--check')) {
  if (readFileSync(output, 'utf8') !== source) {
    console.error(
      'client/api-client.ts is not what the OpenAPI document says. Run `npm run openapi` and commit the result.',
    );
    process.exit(1);
  }
} else {
  writeFileSync(output, source);
}
