// Generated from the OpenAPI document by `npm run openapi`. Do not edit.

import type {
  Accepted,
  Document,
  DocumentList,
  EntityDetail,
  EntityList,
  Facets,
  ImportReport,
  Job,
  JobList,
  Judgement,
  JudgementList,
  JudgementPreview,
  JudgementSubmission,
  MarkList,
  MergeParts,
  PathList,
  Problem,
  RelationList,
  SearchResults,
  SerializedGraph,
  Statement,
  StatementList,
  Stats,
  Submission,
  Timeline,
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
    super(problem?.detail ?? `The server answered ${status}.`);
    this.status = status;
    this.problem = problem;
  }
}

export interface ListEntitiesQuery {
  /** Beginning of a word, or of several in a row, of a name or alias. */
  readonly q?: string | undefined;
  /** Type of entity. */
  readonly type?: readonly ("country" | "person" | "organization" | "group" | "place" | "other")[] | undefined;
  /** Country, ISO 3166-1 alpha-3. */
  readonly country?: readonly (string)[] | undefined;
  /** PLOVER sector. */
  readonly sector?: readonly (string)[] | undefined;
  /** Items on the page; 100 where not given. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
}

export interface ListStatementsQuery {
  /** Source or target. */
  readonly entity?: readonly (string)[] | undefined;
  /** Who acts. */
  readonly source?: readonly (string)[] | undefined;
  /** Whom it is done to. */
  readonly target?: readonly (string)[] | undefined;
  /** Between these two, in either direction. */
  readonly pair?: readonly (string)[] | undefined;
  /** Written in this document. */
  readonly document?: readonly (string)[] | undefined;
  /** These statements. */
  readonly ids?: readonly (string)[] | undefined;
  /** Kind of statement. */
  readonly kind?: readonly ("event" | "stance" | "role")[] | undefined;
  /** Type of the event, or `none` for statements without one. */
  readonly type?: readonly (string)[] | undefined;
  /** 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict, 0 unclassed. */
  readonly quad?: readonly (0 | 1 | 2 | 3 | 4)[] | undefined;
  /** Said or denied. */
  readonly polarity?: readonly ("positive" | "negative")[] | undefined;
  /** Whether it is said to have happened. */
  readonly modality?: readonly ("actual" | "future" | "hypothetical" | "demanded" | "threatened")[] | undefined;
  /** Who says it: an actor, or `author` for the article itself. */
  readonly speaker?: readonly (string)[] | undefined;
  /** Exact name of the publisher; in quotes where it has a comma. */
  readonly publisher?: readonly (string)[] | undefined;
  /** Where it happened: id of an entity, or the words. */
  readonly place?: readonly (string)[] | undefined;
  /** Country of source or target, ISO 3166-1 alpha-3. */
  readonly country?: readonly (string)[] | undefined;
  /** PLOVER sector of source or target. */
  readonly sector?: readonly (string)[] | undefined;
  /** Type of source or target. */
  readonly actorType?: readonly ("country" | "person" | "organization" | "group" | "place" | "other")[] | undefined;
  /** First day. */
  readonly from?: string | undefined;
  /** Last day. */
  readonly to?: string | undefined;
  /** Which day `from` and `to` mean: of publication (where not given) or of the event. */
  readonly date?: "event" | "published" | undefined;
  /** The least confidence. */
  readonly confidence?: number | undefined;
  /** Words that all stand in the sentence; `word*` is the beginning of one. */
  readonly q?: string | undefined;
  /** True: only statements that a person rejected. */
  readonly rejected?: boolean | undefined;
  /** True: those of syndicated copies as well. */
  readonly duplicates?: boolean | undefined;
  /** By publication, or most confident first. */
  readonly sort?: "newest" | "oldest" | "confidence" | undefined;
  /** Items on the page; 100 where not given. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
}

export interface ListRelationsQuery {
  /** Source or target. */
  readonly entity?: readonly (string)[] | undefined;
  /** Who acts. */
  readonly source?: readonly (string)[] | undefined;
  /** Whom it is done to. */
  readonly target?: readonly (string)[] | undefined;
  /** Between these two, in either direction. */
  readonly pair?: readonly (string)[] | undefined;
  /** Written in this document. */
  readonly document?: readonly (string)[] | undefined;
  /** These statements. */
  readonly ids?: readonly (string)[] | undefined;
  /** Kind of statement. */
  readonly kind?: readonly ("event" | "stance" | "role")[] | undefined;
  /** Type of the event, or `none` for statements without one. */
  readonly type?: readonly (string)[] | undefined;
  /** 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict, 0 unclassed. */
  readonly quad?: readonly (0 | 1 | 2 | 3 | 4)[] | undefined;
  /** Said or denied. */
  readonly polarity?: readonly ("positive" | "negative")[] | undefined;
  /** Whether it is said to have happened. */
  readonly modality?: readonly ("actual" | "future" | "hypothetical" | "demanded" | "threatened")[] | undefined;
  /** Who says it: an actor, or `author` for the article itself. */
  readonly speaker?: readonly (string)[] | undefined;
  /** Exact name of the publisher; in quotes where it has a comma. */
  readonly publisher?: readonly (string)[] | undefined;
  /** Where it happened: id of an entity, or the words. */
  readonly place?: readonly (string)[] | undefined;
  /** Country of source or target, ISO 3166-1 alpha-3. */
  readonly country?: readonly (string)[] | undefined;
  /** PLOVER sector of source or target. */
  readonly sector?: readonly (string)[] | undefined;
  /** Type of source or target. */
  readonly actorType?: readonly ("country" | "person" | "organization" | "group" | "place" | "other")[] | undefined;
  /** First day. */
  readonly from?: string | undefined;
  /** Last day. */
  readonly to?: string | undefined;
  /** Which day `from` and `to` mean: of publication (where not given) or of the event. */
  readonly date?: "event" | "published" | undefined;
  /** The least confidence. */
  readonly confidence?: number | undefined;
  /** Words that all stand in the sentence; `word*` is the beginning of one. */
  readonly q?: string | undefined;
  /** True: only statements that a person rejected. */
  readonly rejected?: boolean | undefined;
  /** True: those of syndicated copies as well. */
  readonly duplicates?: boolean | undefined;
  /** One relation per quad (where not given) or per type. */
  readonly by?: "quad" | "type" | undefined;
  /** With the ids of the statements. */
  readonly withIds?: boolean | undefined;
  /** Items on the page; 100 where not given. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
}

export interface GetTimelineQuery {
  /** Source or target. */
  readonly entity?: readonly (string)[] | undefined;
  /** Who acts. */
  readonly source?: readonly (string)[] | undefined;
  /** Whom it is done to. */
  readonly target?: readonly (string)[] | undefined;
  /** Between these two, in either direction. */
  readonly pair?: readonly (string)[] | undefined;
  /** Written in this document. */
  readonly document?: readonly (string)[] | undefined;
  /** These statements. */
  readonly ids?: readonly (string)[] | undefined;
  /** Kind of statement. */
  readonly kind?: readonly ("event" | "stance" | "role")[] | undefined;
  /** Type of the event, or `none` for statements without one. */
  readonly type?: readonly (string)[] | undefined;
  /** 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict, 0 unclassed. */
  readonly quad?: readonly (0 | 1 | 2 | 3 | 4)[] | undefined;
  /** Said or denied. */
  readonly polarity?: readonly ("positive" | "negative")[] | undefined;
  /** Whether it is said to have happened. */
  readonly modality?: readonly ("actual" | "future" | "hypothetical" | "demanded" | "threatened")[] | undefined;
  /** Who says it: an actor, or `author` for the article itself. */
  readonly speaker?: readonly (string)[] | undefined;
  /** Exact name of the publisher; in quotes where it has a comma. */
  readonly publisher?: readonly (string)[] | undefined;
  /** Where it happened: id of an entity, or the words. */
  readonly place?: readonly (string)[] | undefined;
  /** Country of source or target, ISO 3166-1 alpha-3. */
  readonly country?: readonly (string)[] | undefined;
  /** PLOVER sector of source or target. */
  readonly sector?: readonly (string)[] | undefined;
  /** Type of source or target. */
  readonly actorType?: readonly ("country" | "person" | "organization" | "group" | "place" | "other")[] | undefined;
  /** First day. */
  readonly from?: string | undefined;
  /** Last day. */
  readonly to?: string | undefined;
  /** Which day `from` and `to` mean: of publication (where not given) or of the event. */
  readonly date?: "event" | "published" | undefined;
  /** The least confidence. */
  readonly confidence?: number | undefined;
  /** Words that all stand in the sentence; `word*` is the beginning of one. */
  readonly q?: string | undefined;
  /** True: only statements that a person rejected. */
  readonly rejected?: boolean | undefined;
  /** True: those of syndicated copies as well. */
  readonly duplicates?: boolean | undefined;
  /** Month where not given. */
  readonly by?: "day" | "week" | "month" | undefined;
}

export interface GetFacetsQuery {
  /** Source or target. */
  readonly entity?: readonly (string)[] | undefined;
  /** Who acts. */
  readonly source?: readonly (string)[] | undefined;
  /** Whom it is done to. */
  readonly target?: readonly (string)[] | undefined;
  /** Between these two, in either direction. */
  readonly pair?: readonly (string)[] | undefined;
  /** Written in this document. */
  readonly document?: readonly (string)[] | undefined;
  /** These statements. */
  readonly ids?: readonly (string)[] | undefined;
  /** Kind of statement. */
  readonly kind?: readonly ("event" | "stance" | "role")[] | undefined;
  /** Type of the event, or `none` for statements without one. */
  readonly type?: readonly (string)[] | undefined;
  /** 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict, 0 unclassed. */
  readonly quad?: readonly (0 | 1 | 2 | 3 | 4)[] | undefined;
  /** Said or denied. */
  readonly polarity?: readonly ("positive" | "negative")[] | undefined;
  /** Whether it is said to have happened. */
  readonly modality?: readonly ("actual" | "future" | "hypothetical" | "demanded" | "threatened")[] | undefined;
  /** Who says it: an actor, or `author` for the article itself. */
  readonly speaker?: readonly (string)[] | undefined;
  /** Exact name of the publisher; in quotes where it has a comma. */
  readonly publisher?: readonly (string)[] | undefined;
  /** Where it happened: id of an entity, or the words. */
  readonly place?: readonly (string)[] | undefined;
  /** Country of source or target, ISO 3166-1 alpha-3. */
  readonly country?: readonly (string)[] | undefined;
  /** PLOVER sector of source or target. */
  readonly sector?: readonly (string)[] | undefined;
  /** Type of source or target. */
  readonly actorType?: readonly ("country" | "person" | "organization" | "group" | "place" | "other")[] | undefined;
  /** First day. */
  readonly from?: string | undefined;
  /** Last day. */
  readonly to?: string | undefined;
  /** Which day `from` and `to` mean: of publication (where not given) or of the event. */
  readonly date?: "event" | "published" | undefined;
  /** The least confidence. */
  readonly confidence?: number | undefined;
  /** Words that all stand in the sentence; `word*` is the beginning of one. */
  readonly q?: string | undefined;
  /** True: only statements that a person rejected. */
  readonly rejected?: boolean | undefined;
  /** True: those of syndicated copies as well. */
  readonly duplicates?: boolean | undefined;
}

export interface SearchQuery {
  /** Words, or beginnings of words. */
  readonly q?: string | undefined;
  /** Items of each kind; 5 where not given. */
  readonly limit?: number | undefined;
}

export interface GetGraphQuery {
  /** Who acts. */
  readonly source?: readonly (string)[] | undefined;
  /** Whom it is done to. */
  readonly target?: readonly (string)[] | undefined;
  /** Between these two, in either direction. */
  readonly pair?: readonly (string)[] | undefined;
  /** Written in this document. */
  readonly document?: readonly (string)[] | undefined;
  /** These statements. */
  readonly ids?: readonly (string)[] | undefined;
  /** Kind of statement. */
  readonly kind?: readonly ("event" | "stance" | "role")[] | undefined;
  /** Type of the event, or `none` for statements without one. */
  readonly type?: readonly (string)[] | undefined;
  /** 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict, 0 unclassed. */
  readonly quad?: readonly (0 | 1 | 2 | 3 | 4)[] | undefined;
  /** Said or denied. */
  readonly polarity?: readonly ("positive" | "negative")[] | undefined;
  /** Whether it is said to have happened. */
  readonly modality?: readonly ("actual" | "future" | "hypothetical" | "demanded" | "threatened")[] | undefined;
  /** Who says it: an actor, or `author` for the article itself. */
  readonly speaker?: readonly (string)[] | undefined;
  /** Exact name of the publisher; in quotes where it has a comma. */
  readonly publisher?: readonly (string)[] | undefined;
  /** Where it happened: id of an entity, or the words. */
  readonly place?: readonly (string)[] | undefined;
  /** Country of source or target, ISO 3166-1 alpha-3. */
  readonly country?: readonly (string)[] | undefined;
  /** PLOVER sector of source or target. */
  readonly sector?: readonly (string)[] | undefined;
  /** Type of source or target. */
  readonly actorType?: readonly ("country" | "person" | "organization" | "group" | "place" | "other")[] | undefined;
  /** First day. */
  readonly from?: string | undefined;
  /** Last day. */
  readonly to?: string | undefined;
  /** Which day `from` and `to` mean: of publication (where not given) or of the event. */
  readonly date?: "event" | "published" | undefined;
  /** The least confidence. */
  readonly confidence?: number | undefined;
  /** Words that all stand in the sentence; `word*` is the beginning of one. */
  readonly q?: string | undefined;
  /** True: only statements that a person rejected. */
  readonly rejected?: boolean | undefined;
  /** True: those of syndicated copies as well. */
  readonly duplicates?: boolean | undefined;
  /** One edge a pair and quad (where not given), or one a statement. */
  readonly view?: "relations" | "statements" | undefined;
  /** What this entity takes part in. */
  readonly entity?: string | undefined;
  /** 2: with what the partners of the entity have to do with each other. */
  readonly depth?: 1 | 2 | undefined;
  /** Edges at most; 2,000 where not given. */
  readonly limit?: number | undefined;
}

export interface FindPathsQuery {
  /** Written in this document. */
  readonly document?: readonly (string)[] | undefined;
  /** These statements. */
  readonly ids?: readonly (string)[] | undefined;
  /** Kind of statement. */
  readonly kind?: readonly ("event" | "stance" | "role")[] | undefined;
  /** Type of the event, or `none` for statements without one. */
  readonly type?: readonly (string)[] | undefined;
  /** 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict, 0 unclassed. */
  readonly quad?: readonly (0 | 1 | 2 | 3 | 4)[] | undefined;
  /** Said or denied. */
  readonly polarity?: readonly ("positive" | "negative")[] | undefined;
  /** Whether it is said to have happened. */
  readonly modality?: readonly ("actual" | "future" | "hypothetical" | "demanded" | "threatened")[] | undefined;
  /** Who says it: an actor, or `author` for the article itself. */
  readonly speaker?: readonly (string)[] | undefined;
  /** Exact name of the publisher; in quotes where it has a comma. */
  readonly publisher?: readonly (string)[] | undefined;
  /** Where it happened: id of an entity, or the words. */
  readonly place?: readonly (string)[] | undefined;
  /** Country of source or target, ISO 3166-1 alpha-3. */
  readonly country?: readonly (string)[] | undefined;
  /** PLOVER sector of source or target. */
  readonly sector?: readonly (string)[] | undefined;
  /** Type of source or target. */
  readonly actorType?: readonly ("country" | "person" | "organization" | "group" | "place" | "other")[] | undefined;
  /** Which day `from` and `to` mean: of publication (where not given) or of the event. */
  readonly date?: "event" | "published" | undefined;
  /** The least confidence. */
  readonly confidence?: number | undefined;
  /** Words that all stand in the sentence; `word*` is the beginning of one. */
  readonly q?: string | undefined;
  /** True: only statements that a person rejected. */
  readonly rejected?: boolean | undefined;
  /** True: those of syndicated copies as well. */
  readonly duplicates?: boolean | undefined;
  /** First day. */
  readonly since?: string | undefined;
  /** Last day. */
  readonly until?: string | undefined;
  /** Where the path begins. */
  readonly from?: string | undefined;
  /** Where it ends. */
  readonly to?: string | undefined;
  /** How many paths; 1 where not given. */
  readonly k?: number | undefined;
  /** Steps at most; 4 where not given. */
  readonly maxLength?: number | undefined;
}

export interface ListDocumentsQuery {
  /** Words of title, description or publisher; `word*` is the beginning of one. */
  readonly q?: string | undefined;
  /** The address it was read from. */
  readonly url?: string | undefined;
  /** Exact name of the publisher. */
  readonly publisher?: readonly (string)[] | undefined;
  /** First day of publication. */
  readonly from?: string | undefined;
  /** Last day of publication. */
  readonly to?: string | undefined;
  /** Copies of this document. */
  readonly duplicateOf?: string | undefined;
  /** Items on the page; 100 where not given. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
}

export interface ExportGraphQuery {
  /** Source or target. */
  readonly entity?: readonly (string)[] | undefined;
  /** Who acts. */
  readonly source?: readonly (string)[] | undefined;
  /** Whom it is done to. */
  readonly target?: readonly (string)[] | undefined;
  /** Between these two, in either direction. */
  readonly pair?: readonly (string)[] | undefined;
  /** Written in this document. */
  readonly document?: readonly (string)[] | undefined;
  /** These statements. */
  readonly ids?: readonly (string)[] | undefined;
  /** Kind of statement. */
  readonly kind?: readonly ("event" | "stance" | "role")[] | undefined;
  /** Type of the event, or `none` for statements without one. */
  readonly type?: readonly (string)[] | undefined;
  /** 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict, 0 unclassed. */
  readonly quad?: readonly (0 | 1 | 2 | 3 | 4)[] | undefined;
  /** Said or denied. */
  readonly polarity?: readonly ("positive" | "negative")[] | undefined;
  /** Whether it is said to have happened. */
  readonly modality?: readonly ("actual" | "future" | "hypothetical" | "demanded" | "threatened")[] | undefined;
  /** Who says it: an actor, or `author` for the article itself. */
  readonly speaker?: readonly (string)[] | undefined;
  /** Exact name of the publisher; in quotes where it has a comma. */
  readonly publisher?: readonly (string)[] | undefined;
  /** Where it happened: id of an entity, or the words. */
  readonly place?: readonly (string)[] | undefined;
  /** Country of source or target, ISO 3166-1 alpha-3. */
  readonly country?: readonly (string)[] | undefined;
  /** PLOVER sector of source or target. */
  readonly sector?: readonly (string)[] | undefined;
  /** Type of source or target. */
  readonly actorType?: readonly ("country" | "person" | "organization" | "group" | "place" | "other")[] | undefined;
  /** First day. */
  readonly from?: string | undefined;
  /** Last day. */
  readonly to?: string | undefined;
  /** Which day `from` and `to` mean: of publication (where not given) or of the event. */
  readonly date?: "event" | "published" | undefined;
  /** The least confidence. */
  readonly confidence?: number | undefined;
  /** Words that all stand in the sentence; `word*` is the beginning of one. */
  readonly q?: string | undefined;
  /** True: only statements that a person rejected. */
  readonly rejected?: boolean | undefined;
  /** True: those of syndicated copies as well. */
  readonly duplicates?: boolean | undefined;
  /** json where not given. */
  readonly format?: "json" | "gexf" | "graphml" | "csv" | "jsonld" | "nquads" | "cypher" | "plover" | "ftm" | "gdelt" | undefined;
  /** One edge a statement (where not given), or one a pair and quad. */
  readonly view?: "statements" | "relations" | undefined;
}

export interface ListJobsQuery {
  /** State of the job. */
  readonly state?: readonly ("queued" | "building" | "done" | "failed")[] | undefined;
  /** Items on the page; 100 where not given. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
}

export interface ListJudgementsQuery {
  /** Kind of judgement. */
  readonly kind?: readonly ("same" | "different" | "unsure" | "rename" | "confirm" | "reject" | "edit")[] | undefined;
  /** An entity or statement that it is about. */
  readonly subject?: string | undefined;
  /** Who decided. */
  readonly by?: string | undefined;
  /** True: with those that were undone. */
  readonly deleted?: boolean | undefined;
  /** Items on the page; 100 where not given. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
}

export interface UndoJudgementQuery {
  /** Who takes it back; `user` where not given. */
  readonly by?: string | undefined;
}

export interface ImportGraphQuery {
  /** By the type of the body where not given. */
  readonly format?: "json" | "gexf" | "graphml" | undefined;
  /** Title of the document; `imported graph` where not given. */
  readonly name?: string | undefined;
}

const inList = (value: unknown): string => {
  const text = String(value);
  return text.includes(',') ? `"${text}"` : text;
};

/** A query as it stands in an address; values of a list have commas between. */
export function inAddress(query: object): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    parameters.set(name, Array.isArray(value) ? value.map(inList).join(',') : String(value));
  }
  return parameters.size > 0 ? `?${parameters}` : '';
}

/** A client of the API whose address begins with `root`, for example `/api/v1`. */
export const createApiClient = (root: string, ask: typeof fetch = fetch) => {
  const send = async (
    method: string,
    path: string,
    { signal, headers = {} }: RequestOptions,
    body?: object,
  ): Promise<Response> => {
    const isForm = body instanceof FormData;
    const response = await ask(`${root}${path}`, {
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
    /** Actors by the beginning of a name or alias, most statements first. */
    listEntities: (query: ListEntitiesQuery = {}, options: RequestOptions = {}): Promise<EntityList> =>
      sendForJson('GET', `/entities${inAddress(query)}`, options) as Promise<EntityList>,

    /** One actor with its roles, aliases, partners and activity over time. */
    getEntity: (id: string, options: RequestOptions = {}): Promise<EntityDetail> =>
      sendForJson('GET', `/entities/${encodeURIComponent(id)}`, options) as Promise<EntityDetail>,

    /** Statements of a filter, page by page. */
    listStatements: (query: ListStatementsQuery = {}, options: RequestOptions = {}): Promise<StatementList> =>
      sendForJson('GET', `/statements${inAddress(query)}`, options) as Promise<StatementList>,

    /** One statement with its evidence. */
    getStatement: (id: string, options: RequestOptions = {}): Promise<Statement> =>
      sendForJson('GET', `/statements/${encodeURIComponent(id)}`, options) as Promise<Statement>,

    /** Who has to do with whom: pairs by quad or type with counts, first and last day. */
    listRelations: (query: ListRelationsQuery = {}, options: RequestOptions = {}): Promise<RelationList> =>
      sendForJson('GET', `/relations${inAddress(query)}`, options) as Promise<RelationList>,

    /** Counts and intensity of a filter by day, week or month. */
    getTimeline: (query: GetTimelineQuery = {}, options: RequestOptions = {}): Promise<Timeline> =>
      sendForJson('GET', `/timeline${inAddress(query)}`, options) as Promise<Timeline>,

    /** How many statements of a filter have each kind, type, quad, publisher and so on. */
    getFacets: (query: GetFacetsQuery = {}, options: RequestOptions = {}): Promise<Facets> =>
      sendForJson('GET', `/facets${inAddress(query)}`, options) as Promise<Facets>,

    /** How much is in the database. */
    getStats: (options: RequestOptions = {}): Promise<Stats> =>
      sendForJson('GET', `/stats`, options) as Promise<Stats>,

    /** Actors, documents and statements by words. */
    search: (query: SearchQuery = {}, options: RequestOptions = {}): Promise<SearchResults> =>
      sendForJson('GET', `/search${inAddress(query)}`, options) as Promise<SearchResults>,

    /** The graph of a filter, in the form of graphology. */
    getGraph: (query: GetGraphQuery = {}, options: RequestOptions = {}): Promise<SerializedGraph> =>
      sendForJson('GET', `/graph${inAddress(query)}`, options) as Promise<SerializedGraph>,

    /** The shortest paths between two actors, with the statements on them. */
    findPaths: (query: FindPathsQuery = {}, options: RequestOptions = {}): Promise<PathList> =>
      sendForJson('GET', `/paths${inAddress(query)}`, options) as Promise<PathList>,

    /** Documents, newest first. */
    listDocuments: (query: ListDocumentsQuery = {}, options: RequestOptions = {}): Promise<DocumentList> =>
      sendForJson('GET', `/documents${inAddress(query)}`, options) as Promise<DocumentList>,

    /** Hands in articles to be read: text, HTML, an address, or files. */
    addDocuments: (body: Submission | FormData, options: RequestOptions = {}): Promise<Accepted> =>
      sendForJson('POST', `/documents`, options, body) as Promise<Accepted>,

    /** One document with its text. */
    getDocument: (id: string, options: RequestOptions = {}): Promise<Document> =>
      sendForJson('GET', `/documents/${encodeURIComponent(id)}`, options) as Promise<Document>,

    /** Forgets a document and all that only it supports. */
    removeDocument: (id: string, options: RequestOptions = {}): Promise<Response> =>
      send('DELETE', `/documents/${encodeURIComponent(id)}`, options),

    /** The spans of a document that statements stand in. */
    getDocumentMarks: (id: string, options: RequestOptions = {}): Promise<MarkList> =>
      sendForJson('GET', `/documents/${encodeURIComponent(id)}/marks`, options) as Promise<MarkList>,

    /** The graph of a filter as a file, in one of ten formats. */
    exportGraph: (query: ExportGraphQuery = {}, options: RequestOptions = {}): Promise<Response> =>
      send('GET', `/export${inAddress(query)}`, options),

    /** Articles on their way into the database, newest first. */
    listJobs: (query: ListJobsQuery = {}, options: RequestOptions = {}): Promise<JobList> =>
      sendForJson('GET', `/jobs${inAddress(query)}`, options) as Promise<JobList>,

    /** What became of a job. */
    getJob: (id: string, options: RequestOptions = {}): Promise<Job> =>
      sendForJson('GET', `/jobs/${encodeURIComponent(id)}`, options) as Promise<Job>,

    /** What becomes of a job, as server-sent events: queued, building, done or failed. */
    watchJob: (id: string, options: RequestOptions = {}): Promise<Response> =>
      send('GET', `/jobs/${encodeURIComponent(id)}/events`, options),

    /** Decisions, newest first. */
    listJudgements: (query: ListJudgementsQuery = {}, options: RequestOptions = {}): Promise<JudgementList> =>
      sendForJson('GET', `/judgements${inAddress(query)}`, options) as Promise<JudgementList>,

    /** Records a decision: merge, split, rename, confirm, reject or edit. */
    judge: (body: JudgementSubmission, options: RequestOptions = {}): Promise<Judgement> =>
      sendForJson('POST', `/judgements`, options, body) as Promise<Judgement>,

    /** What a judgement would change, without recording it. */
    previewJudgement: (body: JudgementSubmission, options: RequestOptions = {}): Promise<JudgementPreview> =>
      sendForJson('POST', `/judgements/preview`, options, body) as Promise<JudgementPreview>,

    /** What taking a merge back would part, with counts for each side. */
    mergeParts: (id: string, options: RequestOptions = {}): Promise<MergeParts> =>
      sendForJson('GET', `/judgements/${encodeURIComponent(id)}/parts`, options) as Promise<MergeParts>,

    /** Takes a judgement back; what it did is gone. */
    undoJudgement: (id: string, query: UndoJudgementQuery = {}, options: RequestOptions = {}): Promise<Judgement> =>
      sendForJson('DELETE', `/judgements/${encodeURIComponent(id)}${inAddress(query)}`, options) as Promise<Judgement>,

    /** Reads a graph in; its edges become statements of a document of that name. */
    importGraph: (query: ImportGraphQuery = {}, options: RequestOptions = {}): Promise<ImportReport> =>
      sendForJson('POST', `/import${inAddress(query)}`, options) as Promise<ImportReport>,
  };
};

export type ApiClient = ReturnType<typeof createApiClient>;
