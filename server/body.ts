// Bodies of requests: bytes up to a limit, JSON that is neither deep nor of another form than its
// schema says, and files of a form. A body that is too large is refused before it is read.

import type { Request } from 'express';
import { type Model, validate } from '../schema/index.ts';
import { RequestProblem } from './problem.ts';

/** Bytes of a body that is JSON, and of one that holds files. */
export const maximumJson = 12_000_000;
export const maximumUpload = 25_000_000;
/** Arrays and objects inside each other. */
const maximumDepth = 32;
export const maximumFiles = 20;

const megabytes = (bytes: number): string => `${bytes / 1_000_000} MB`;

function tooLarge(limit: number): RequestProblem {
  return new RequestProblem(
    413,
    `Expected a body of at most ${megabytes(limit)}, found more. Send it in parts.`,
  );
}

/** The media type of a body, without its parameters and in small letters; empty where none. */
export function mediaTypeOf(request: Request): string {
  return (request.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** 415 that names what is expected. */
export function unsupported(request: Request, expected: string): RequestProblem {
  const found = mediaTypeOf(request) || 'none';
  return new RequestProblem(
    415,
    `Expected a body of the type ${expected}; found ${found.slice(0, 100)}.`,
  );
}

/** All bytes of the body. Throws 413 beyond the limit and 415 for one that is compressed. */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  const encoding = request.get('Content-Encoding') ?? 'identity';
  if (encoding !== 'identity') {
    throw new RequestProblem(
      415,
      `Expected a body that is not compressed; found Content-Encoding ${encoding.slice(0, 60)}.`,
    );
  }
  if (Number(request.get('Content-Length') ?? 0) > limit) throw tooLarge(limit);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // What is too much is taken in and thrown away, so that the client can read the answer.
      if (size > limit) {
        chunks.length = 0;
        reject(tooLarge(limit));
      } else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () =>
      reject(new RequestProblem(400, 'The body ended before it was complete. Send it again.')),
    );
  });
}

/** Whether brackets of JSON are nested deeper than allowed; what is in strings does not count. */
export function isDeep(json: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > maximumDepth) return true;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return false;
}

const badBody = (detail: string): RequestProblem =>
  new RequestProblem(400, detail, [{ pointer: '/body', detail }]);

/** The JSON of a body. `__proto__` is a name like any other, and no schema knows it. */
export function parseBody(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badBody('Expected a body in UTF-8, found other bytes.');
  }
  if (isDeep(text)) {
    throw badBody(`Expected JSON nested at most ${maximumDepth} deep, found deeper.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badBody(`Expected JSON; ${(error as Error).message.slice(0, 200)}.`);
  }
}

/** The JSON of a request as the schema of a concept has it. Throws 400 with a pointer for each error. */
export async function readJson<Concept extends keyof Model>(
  request: Request,
  concept: Concept,
): Promise<Model[Concept]> {
  if (mediaTypeOf(request) !== 'application/json') throw unsupported(request, 'application/json');
  const checked = validate(concept, parseBody(await readBytes(request, maximumJson)));
  if (checked.ok) return checked.value;
  const errors = checked.errors
    .slice(0, 20)
    .map(({ pointer, detail }) => ({ pointer: `/body${pointer}`, detail }));
  throw new RequestProblem(400, errors.map((error) => error.detail).join('; '), errors);
}

export interface UploadedFile {
  /** Without folders; for its ending and for people, never for a path. */
  readonly name: string;
  readonly mediaType: string | null;
  readonly bytes: Uint8Array;
}

/** The files of a multipart form, whatever their fields are called. */
export async function readFiles(request: Request): Promise<UploadedFile[]> {
  const bytes = await readBytes(request, maximumUpload);
  const type = request.get('Content-Type') ?? '';
  const form = await new Response(bytes, { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => {
      throw badBody('Expected the parts of a form (multipart/form-data), found other bytes.');
    });
  const files: UploadedFile[] = [];
  for (const value of form.values()) {
    if (typeof value === 'string') continue;
    files.push({
      name: value.name.replace(/^.*[/\\]/, '').slice(0, 200) || 'file',
      mediaType: value.type || null,
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  if (files.length < 1 || files.length > maximumFiles) {
    throw badBody(`Expected 1 to ${maximumFiles} files, found ${files.length}.`);
  }
  return files;
}
