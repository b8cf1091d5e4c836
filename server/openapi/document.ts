// The OpenAPI 3.1 document, made from the table of operations and the schemas in schema/.

import { STATUS_CODES } from 'node:http';
import type { Answer, ExampleIds, Operation } from '../operation.ts';
import type { Parameters } from '../query.ts';
import { componentsFor } from './components.ts';

export type OpenApiDocument = Readonly<Record<string, unknown>>;

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Ids out of the sample articles: China, Russia, and a statement about both. */
export const sampleIds: ExampleIds = {
  entity: 'en_5e9b656735ad96095a619165',
  other: 'en_ffaab1d85767aca24f72149f',
  document: 'doc_c042ed91ca8eaeab5c63c2d4',
  statement: 'st_42732c30c471d61229a4bf2f',
};

const tags = {
  Reading: 'What is in the database, by one filter of statements.',
  Exporting: 'The graph as a file, for other programs, and the other way.',
  Writing: 'Articles handed in and decisions of people, and what became of them.',
};

/** A parameter as a value of its type, for the example: a list is written with commas. */
function exampleOf(schema: Readonly<Record<string, unknown>>, text: string): unknown {
  if (schema.type === 'array') {
    const items = schema.items as Readonly<Record<string, unknown>>;
    return text.split(',').map((each) => exampleOf(items, each));
  }
  if (schema.type === 'integer' || schema.type === 'number') return Number(text);
  if (schema.type === 'boolean') return text === 'true';
  return text;
}

function queryParameters(query: Parameters, values: Readonly<Record<string, string>>) {
  return Object.entries(query).map(([name, { about, expected, schema }]) => ({
    name,
    in: 'query',
    description: about ?? `${expected}.`,
    schema,
    ...(schema.type === 'array' ? { style: 'form', explode: false } : {}),
    ...(values[name] === undefined ? {} : { example: exampleOf(schema, values[name]) }),
  }));
}

function content({ schema, mediaTypes = [] }: Answer) {
  const json = schema === undefined ? {} : { 'application/json': { schema: reference(schema) } };
  const others = mediaTypes.map((type) => [type, { schema: { type: 'string' } }] as const);
  return { ...json, ...Object.fromEntries(others) };
}

function responses({ answers, problems = [] }: Operation) {
  const good = Object.entries(answers).map(([status, answer]) => {
    const described = content(answer);
    const body = Object.keys(described).length > 0 ? { content: described } : {};
    return [status, { description: answer.about, ...body }] as const;
  });
  const bad = [400, ...problems].map(
    (status) =>
      [
        String(status),
        {
          description: STATUS_CODES[status] ?? 'A problem.',
          content: { 'application/problem+json': { schema: reference('problem') } },
        },
      ] as const,
  );
  const other = { $ref: '#/components/responses/problem' };
  return { ...Object.fromEntries([...good, ...bad]), default: other };
}

/** A body that no schema describes: any JSON, or bytes. */
const unknownBody = (type: string) =>
  type === 'application/json' ? { type: 'object' } : { type: 'string', format: 'binary' };

function requestBody({ body }: Operation, ids: ExampleIds) {
  if (!body) return {};
  const [first] = Object.keys(body.content);
  const described = Object.entries(body.content).map(([type, schema]) => [
    type,
    {
      schema: schema === null ? unknownBody(type) : reference(schema),
      ...(body.example && type === first ? { example: body.example(ids) } : {}),
    },
  ]);
  return {
    requestBody: {
      description: body.about,
      required: true,
      content: Object.fromEntries(described),
    },
  };
}

function describe(operation: Operation, ids: ExampleIds) {
  const { id, tag, summary, path, query = {}, headers = {}, method } = operation;
  const example = operation.example?.(ids) ?? {};
  const inPath = path.includes('{id}')
    ? [
        {
          name: 'id',
          in: 'path',
          required: true,
          schema: { type: 'string' },
          ...(example.id ? { example: example.id } : {}),
        },
      ]
    : [];
  const inHeaders = Object.entries(headers).map(([name, description]) => ({
    name,
    in: 'header',
    description,
    schema: { type: 'string' },
  }));
  return {
    operationId: id,
    tags: [tag],
    summary,
    security: [{}, { key: [] }],
    parameters: [...inPath, ...queryParameters(query, example.query ?? {}), ...inHeaders],
    ...(method === 'get' ? {} : requestBody(operation, ids)),
    responses: responses(operation),
  };
}

export interface DocumentOptions {
  readonly version: string;
  /** Ids that stand in the examples; those of the sample articles where not given. */
  readonly ids?: ExampleIds;
}

/** The document of these operations. */
export function openApiDocument(
  operations: readonly Operation[],
  { version, ids = sampleIds }: DocumentOptions,
): OpenApiDocument {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const each of operations) {
    paths[each.path] = { ...paths[each.path], [each.method]: describe(each, ids) };
  }
  const problem = {
    description: 'Anything else that went wrong, in the form of RFC 9457.',
    content: { 'application/problem+json': { schema: reference('problem') } },
  };
  return {
    openapi: '3.1.0',
    info: {
      title: 'whowhom',
      version,
      description:
        'Who did what to whom, when, says who, and the sentence it is written in. Lists are paged by an opaque cursor; an unknown parameter is an error; every error is problem details (RFC 9457).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: componentsFor([paths, problem]),
      responses: { problem },
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key made by `whowhom key add`; not needed on the loopback address.',
        },
      },
    },
  };
}
