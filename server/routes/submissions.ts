// POST /documents: an article as JSON (text, HTML or an address) or files of a form → jobs that read
// it; DELETE /documents/{id}.

import type { Document, Job, Submission } from '../../schema/index.ts';
import { readDocuments } from '../../sources/index.ts';
import type { NewJob, Store } from '../../store/index.ts';
import {
  maximumFiles,
  maximumUpload,
  mediaTypeOf,
  readFiles,
  readJson,
  type UploadedFile,
  unsupported,
} from '../body.ts';
import { type IdempotentReplies, type Reply, sendReply } from '../idempotency.ts';
import type { JobBoard } from '../job-board.ts';
import { type JobPayload, jobOf } from '../job-worker.ts';
import { type Operation, operation } from '../operation.ts';
import { checkRevision } from '../precondition.ts';
import { notFound, RequestProblem } from '../problem.ts';

export interface WritingOptions {
  readonly store: Store;
  readonly board: JobBoard;
  readonly replies: IdempotentReplies;
  /** Part of the tags of this start of the server. */
  readonly start: string;
  readonly now: () => number;
}

/** Articles that one upload may hold. */
const maximumArticles = 500;

const refused = (detail: string): RequestProblem =>
  new RequestProblem(422, detail, [{ pointer: '/body', detail }]);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}

/** The documents of some bytes; 422 names the first that is none. */
async function documentsIn({ name, mediaType, bytes }: UploadedFile): Promise<Document[]> {
  const documents: Document[] = [];
  const stated = mediaType === 'application/octet-stream' ? null : mediaType;
  for await (const item of readDocuments({ name, bytes: once(bytes), mediaType: stated })) {
    if ('error' in item) throw refused(`${item.name}: ${item.error.message}`);
    documents.push(item.document);
    if (documents.length > maximumArticles) {
      throw refused(
        `${name}: expected at most ${maximumArticles} articles in one upload, found more. Send it in parts, or use \`whowhom add\`.`,
      );
    }
  }
  return documents;
}

function fetchJob(url: string, submission: Submission): NewJob {
  const { title, description, publisher, author, published } = submission;
  const known = { title, description, publisher, author, published };
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value != null));
  return {
    key: `fetch ${url}`,
    name: url,
    payload: { url, known: given } satisfies JobPayload,
  };
}

async function jobsOfSubmission(submission: Submission): Promise<NewJob[]> {
  const { text, html, url } = submission;
  if (text !== undefined && html !== undefined) {
    throw refused('Expected text or html, found both. Leave one out.');
  }
  if (text === undefined && html === undefined) {
    if (url === undefined || url === null) {
      throw refused('Expected text, html or url, found none of them.');
    }
    if (!/^https?:\/\//i.test(url)) {
      throw refused('url: expected an address that begins with http:// or https://.');
    }
    return [fetchJob(url, submission)];
  }
  const bytes = new TextEncoder().encode(JSON.stringify(submission));
  const name = 'article.json';
  const documents = await documentsIn({ name, mediaType: 'application/json', bytes });
  return documents.map((document) => jobOf(document, 'text'));
}

function accepted(jobs: readonly Job[]): Reply {
  const [job] = jobs;
  if (!job) throw refused('Expected at least one article, found none.');
  const headers = { Location: `/api/v1/jobs/${job.id}` };
  return { status: 202, headers, body: { job, jobs } };
}

export function submissionOperations(options: WritingOptions): Operation[] {
  const { store, board, replies, start, now } = options;
  const enqueue = async (jobs: readonly NewJob[]): Promise<Reply> => {
    const queued = await store.enqueue(jobs, now());
    for (const { id } of queued) board.changed(id);
    return accepted(queued);
  };
  return [
    operation({
      method: 'post',
      path: '/documents',
      id: 'addDocuments',
      tag: 'Writing',
      summary: 'Hands in articles to be read: text, HTML, an address, or files.',
      headers: { 'Idempotency-Key': 'The same request with the same key is done once.' },
      body: {
        about: `An article as JSON, or up to ${maximumFiles} files of together ${maximumUpload / 1_000_000} MB.`,
        content: { 'application/json': 'submission', 'multipart/form-data': null },
        example: () => ({
          title: 'Harbour talks',
          publisher: 'The Example',
          published: '2024-03-02',
          text: 'China accused Japan of closing the harbour. Japan rejected the accusation on Friday.',
        }),
      },
      answers: { 202: { about: 'The jobs that read them.', schema: 'accepted' } },
      problems: [413, 415, 422],
      answer: async ({ request, response }) => {
        const type = mediaTypeOf(request);
        if (type === 'application/json') {
          const submission = await readJson(request, 'submission');
          const reply = await replies.once(request, JSON.stringify(submission), async () =>
            enqueue(await jobsOfSubmission(submission)),
          );
          sendReply(response, reply);
          return;
        }
        if (type !== 'multipart/form-data') {
          throw unsupported(request, 'application/json or multipart/form-data');
        }
        const files = await readFiles(request);
        const said = JSON.stringify(
          files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')]),
        );
        const reply = await replies.once(request, said, async () => {
          const jobs: NewJob[] = [];
          for (const file of files) {
            for (const document of await documentsIn(file)) jobs.push(jobOf(document, file.name));
          }
          return enqueue(jobs);
        });
        sendReply(response, reply);
      },
    }),
    operation({
      method: 'delete',
      path: '/documents/{id}',
      id: 'removeDocument',
      tag: 'Writing',
      summary: 'Forgets a document and all that only it supports.',
      headers: { 'If-Match': 'The tag of an answer: only while nothing has changed since.' },
      answers: { 204: { about: 'It is gone.' } },
      problems: [404, 412],
      answer: async ({ id, request, response }) => {
        await checkRevision(request, store, start);
        if (!(await store.remove(id))) throw notFound('document', id);
        response.status(204).end();
      },
    }),
  ];
}
