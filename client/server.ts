// The server, by the client that is generated from its OpenAPI document. Here is only what a
// viewer adds: it notices whether the server answers at all, and asks for an article once, as
// articles never change.

import type { Document, DocumentSummary } from '../schema/index.ts';
import { createApiClient } from './api-client.ts';

const ROOT = '/api/v1';

/** Everything as a file of JSON. */
export const exportAddress = `${ROOT}/export?format=json&view=statements`;

let connected: (answers: boolean) => void = () => undefined;

/** Is told after every request whether the server answered at all. */
export function onConnection(listener: (answers: boolean) => void): void {
  connected = listener;
}

const ask: typeof fetch = async (address, request) => {
  const response = await fetch(address, request).catch((error: unknown) => {
    if (request?.signal?.aborted) throw error;
    connected(false);
    throw new Error('The server does not answer. Start it with: whowhom serve');
  });
  connected(true);
  return response;
};

export const server = createApiClient(ROOT, ask);

/** Asks for little, only to learn whether the server is there again. */
export const knock = (): Promise<unknown> => ask('/livez');

/** What becomes of a job, as it happens; taken up again by itself when the line breaks. */
export const jobEvents = (id: string): EventSource =>
  new EventSource(`${ROOT}/jobs/${encodeURIComponent(id)}/events`);

/** Most documents whose dates and publishers are fetched. */
const MOST_DOCUMENTS = 20_000;

export async function allDocuments(): Promise<readonly DocumentSummary[]> {
  const all: DocumentSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await server.listDocuments({ limit: 1000, cursor });
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor && all.length < MOST_DOCUMENTS);
  return all;
}

const documents = new Map<string, Promise<Document>>();

export function documentOf(id: string): Promise<Document> {
  const known = documents.get(id);
  if (known) return known;
  const document = server.getDocument(id);
  documents.set(id, document);
  document.catch(() => documents.delete(id));
  return document;
}
