// The server's API as functions. An answer that is an error becomes an Error whose message a
// user can read. Articles never change, so each is fetched once.

import type {
  Accepted,
  Document,
  DocumentList,
  DocumentSummary,
  EntityList,
  EntitySummary,
  Facets,
  Judgement,
  JudgementList,
  JudgementPreview,
  JudgementSubmission,
  Problem,
  SearchResults,
  SerializedGraph,
  StatementList,
  Submission,
  Timeline,
} from '../schema/index.ts';

const ROOT = '/api/v1';

export const exportAddress = `${ROOT}/export?format=json&view=statements`;

let connected: (answers: boolean) => void = () => undefined;

/** Is told after every request whether the server answered at all. */
export function onConnection(listener: (answers: boolean) => void): void {
  connected = listener;
}

async function ask(path: string, request: RequestInit): Promise<Response> {
  const response = await fetch(path, request).catch((error: unknown) => {
    if (request.signal?.aborted) throw error;
    connected(false);
    throw new Error('The server does not answer. Start it with: whowhom serve');
  });
  connected(true);
  return response;
}

/** Asks for little, only to learn whether the server is there again. */
export const knock = (): Promise<unknown> => ask('/livez', {});

const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  send(path, { ...(signal ? { signal } : {}) });

const post = <T>(path: string, body: unknown): Promise<T> =>
  send(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

async function send<T>(path: string, request: RequestInit): Promise<T> {
  const headers = { accept: 'application/json', ...request.headers };
  const response = await ask(`${ROOT}${path}`, { ...request, headers });
  if (!response.ok) {
    const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
    throw new Error(problem?.detail ?? `The server answered ${response.status}.`);
  }
  return (await response.json()) as T;
}

function query(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) parts.set(name, String(value));
  }
  return parts.toString();
}

/** Conditions as the API names them. */
export type FilterQuery = Readonly<Record<string, string | number>>;

export const fetchGraph = (limit: number, filter: FilterQuery = {}): Promise<SerializedGraph> =>
  get(`/graph?${query({ view: 'relations', limit, ...filter })}`);

export const fetchFacets = (filter: FilterQuery, signal?: AbortSignal): Promise<Facets> =>
  get(`/facets?${query(filter)}`, signal);

export const fetchTimeline = (filter: FilterQuery, signal?: AbortSignal): Promise<Timeline> =>
  get(`/timeline?${query(filter)}`, signal);

export const searchAll = (text: string, signal: AbortSignal): Promise<SearchResults> =>
  get(`/search?${query({ q: text, limit: 6 })}`, signal);

export const judge = (submission: JudgementSubmission): Promise<Judgement> =>
  post('/judgements', submission);

export const previewJudgement = (submission: JudgementSubmission): Promise<JudgementPreview> =>
  post('/judgements/preview', submission);

export const takeBack = (id: string): Promise<Judgement> =>
  send(`/judgements/${encodeURIComponent(id)}`, { method: 'DELETE' });

export const fetchJudgements = (
  which: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<JudgementList> => get(`/judgements?${query({ ...which, limit: 1000 })}`, signal);

export const submitArticle = (submission: Submission): Promise<Accepted> =>
  post('/documents', submission);

export function submitFiles(files: readonly File[]): Promise<Accepted> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return send('/documents', { method: 'POST', body: form });
}

/** What becomes of a job, as it happens. */
export const jobEvents = (id: string): EventSource =>
  new EventSource(`${ROOT}/jobs/${encodeURIComponent(id)}/events`);

/** Every statement with two ends, for a graph that is small enough. */
export const fetchStatementGraph = (limit: number): Promise<SerializedGraph> =>
  get(`/graph?${query({ view: 'statements', limit })}`);

/** Most documents whose dates and publishers are fetched. */
const MOST_DOCUMENTS = 20_000;

export async function fetchDocuments(): Promise<readonly DocumentSummary[]> {
  const all: DocumentSummary[] = [];
  let cursor: string | undefined;
  do {
    const page: DocumentList = await get(`/documents?${query({ limit: 1000, cursor })}`);
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor && all.length < MOST_DOCUMENTS);
  return all;
}

export const findEntities = (text: string, signal: AbortSignal): Promise<EntityList> =>
  get(`/entities?${query({ q: text, limit: 12 })}`, signal);

export const fetchEntity = (id: string, signal: AbortSignal): Promise<EntitySummary> =>
  get(`/entities/${encodeURIComponent(id)}`, signal);

/** Which statements: of an actor, from one actor to another, between two, or of a document. */
export interface StatementQuery {
  readonly entity?: string;
  readonly source?: string;
  readonly target?: string;
  /** Two ids with a comma between them. */
  readonly pair?: string;
  readonly document?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export const fetchStatements = (
  statements: StatementQuery,
  signal?: AbortSignal,
): Promise<StatementList> => get(`/statements?${query({ ...statements })}`, signal);

const documents = new Map<string, Promise<Document>>();

export function fetchDocument(id: string): Promise<Document> {
  const known = documents.get(id);
  if (known) return known;
  const document = get<Document>(`/documents/${encodeURIComponent(id)}`);
  documents.set(id, document);
  document.catch(() => documents.delete(id));
  return document;
}
