// The schemas of schema/ as components of the OpenAPI document: the same words, with references that
// stay inside the document. `entity.schema.json#/$defs/entityType` becomes `#/components/schemas/entityType`.

import { schemas } from '../../schema/index.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Where a reference of a schema file points to. */
function target(reference: string, file: string): string {
  const [name = '', path = ''] = reference.split('#');
  const from = name === '' ? file : name.replace(/\.schema\.json$/, '');
  const definition = /^\/\$defs\/([^/]+)$/.exec(path)?.[1];
  const inside = definition ?? `${from}${path}`;
  return `#/components/schemas/${inside}`;
}

/** A schema without its file's own keywords, its references made local. */
function local(value: Json, file: string): Json {
  if (Array.isArray(value)) return value.map((each) => local(each, file));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Json>>)
      .filter(([name]) => !['$id', '$schema', '$defs'].includes(name))
      .map(([name, each]) => [
        name,
        name === '$ref' && typeof each === 'string' ? target(each, file) : local(each, file),
      ]),
  );
}

/** Every concept by name, as `validate` knows them. */
function everyComponent(): Record<string, Json> {
  const components: Record<string, Json> = {};
  for (const [file, schema] of Object.entries(schemas)) {
    const { $defs = {}, ...own } = schema as unknown as Record<string, Json> & {
      $defs?: Record<string, Json>;
    };
    if ('type' in own) components[file] = local(own, file);
    for (const [name, each] of Object.entries($defs)) components[name] = local(each, file);
  }
  return components;
}

/** Names of the components that a value refers to. */
function referredTo(value: Json): string[] {
  return [...JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"/]+)/g)].map(
    (match) => match[1] as string,
  );
}

/** The components that these need, and whatever those refer to, by name. */
export function componentsFor(value: unknown): Record<string, Json> {
  const every = everyComponent();
  const needed = new Set<string>();
  const queue = referredTo(value as Json);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const component = every[name];
    if (needed.has(name) || component === undefined) continue;
    needed.add(name);
    queue.push(...referredTo(component));
  }
  return Object.fromEntries([...needed].sort().map((name) => [name, every[name] as Json]));
}
