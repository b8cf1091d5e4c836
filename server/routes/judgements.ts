// What people decide: POST /judgements (merge, split, rename, confirm, reject, edit), POST
// /judgements/preview (what it would change), GET /judgements, DELETE /judgements/{id} (undo).

import type {
  EntitySummary,
  JudgementPreview,
  JudgementSubmission,
  Statement,
} from '../../schema/index.ts';
import type { NewJudgement } from '../../store/index.ts';
import { readJson } from '../body.ts';
import { sendReply } from '../idempotency.ts';
import { answerList, ndjson } from '../list.ts';
import { type Operation, operation } from '../operation.ts';
import { checkRevision } from '../precondition.ts';
import { notFound, RequestProblem } from '../problem.ts';
import { about, flag, listOf, matching, oneOf, paging, words } from '../query.ts';
import type { WritingOptions } from './submissions.ts';

const kinds = ['same', 'different', 'unsure', 'rename', 'confirm', 'reject', 'edit'] as const;

/** What each kind needs beside the entity or statement that it is about. */
const needs = {
  same: ['en', 'b'],
  different: ['en', 'b'],
  unsure: ['en', 'b'],
  rename: ['en', 'name'],
  confirm: ['st', null],
  reject: ['st', null],
  edit: ['st', 'change'],
} as const;

function refuse(pointer: string, detail: string): never {
  throw new RequestProblem(422, detail, [{ pointer: `/body${pointer}`, detail }]);
}

/** Throws 422 when the parts do not fit the kind. */
function checked(submission: JudgementSubmission): JudgementSubmission {
  const { kind, a } = submission;
  const [subject, part] = needs[kind];
  if (!a.startsWith(`${subject}_`)) {
    const expected = subject === 'en' ? 'an entity' : 'a statement';
    refuse('/a', `a: expected the id of ${expected} (${subject}_…) for ${kind}, found ${a}.`);
  }
  for (const name of ['b', 'name', 'change'] as const) {
    const given = submission[name] !== undefined && submission[name] !== null;
    if (given && name !== part) refuse(`/${name}`, `${name}: ${kind} has none; leave it out.`);
    if (!given && name === part) refuse(`/${name}`, `${name}: expected for ${kind}, found none.`);
  }
  if (submission.b === a) refuse('/b', 'b: expected another entity than a, found the same.');
  return submission;
}

function newJudgement(submission: JudgementSubmission, now: number): NewJudgement {
  const { kind, a, b = null, name = null, change = null, by = 'user' } = submission;
  return { kind, a, b, name, change, score: null, by, at: new Date(now).toISOString() };
}

export function judgementOperations(options: WritingOptions): Operation[] {
  const { store, replies, start, now } = options;

  const subjectsOf = async ({ a, b }: JudgementSubmission) => {
    const entities: EntitySummary[] = [];
    let statement: Statement | null = null;
    for (const id of [a, b ?? null]) {
      if (id === null) continue;
      if (id.startsWith('st_')) {
        statement = await store.statement(id);
        if (!statement) throw notFound('statement', id);
      } else {
        const entity = await store.entity(id);
        if (!entity) throw notFound('entity', id);
        entities.push(entity);
      }
    }
    return { entities, statement };
  };

  const preview = async (submission: JudgementSubmission): Promise<JudgementPreview> => {
    const { entities, statement } = await subjectsOf(submission);
    if (statement) return { entities, statements: 1, documents: 1, statement, between: 0 };
    const ids = entities.map((each) => each.entity.id);
    const [a, b] = ids;
    const own = await store.statements({ entity: ids, limit: 1 });
    const months = await store.timeline({ entity: ids, by: 'month', date: 'published' });
    const shared =
      a !== undefined && b !== undefined && a !== b
        ? (await store.statements({ pair: [a, b], limit: 1 })).total
        : 0;
    return {
      entities,
      statements: own.total,
      documents: months.items.reduce((sum, each) => sum + each.documents, 0),
      statement: null,
      between: shared,
    };
  };

  const example = {
    about: 'The decision.',
    content: { 'application/json': 'judgementSubmission' },
    example: ({ statement }: { statement: string }) => ({
      kind: 'confirm',
      a: statement,
      by: 'reader',
    }),
  };

  return [
    operation({
      method: 'get',
      path: '/judgements',
      id: 'listJudgements',
      tag: 'Writing',
      summary: 'Decisions, newest first.',
      query: {
        kind: about('Kind of judgement.', listOf(oneOf(...kinds))),
        subject: about(
          'An entity or statement that it is about.',
          matching(/^(?:en|st)_[0-9a-f]{24}$/, 'the id of an entity or a statement'),
        ),
        by: about('Who decided.', words(200)),
        deleted: about('True: with those that were undone.', flag()),
        ...paging,
      },
      answers: {
        200: { about: 'A page of judgements.', schema: 'judgementList', mediaTypes: [ndjson] },
      },
      example: () => ({ query: { kind: 'same', limit: '5' } }),
      answer: ({ query, request, response }) =>
        answerList(request, response, query, (each) => store.judgements(each)),
    }),
    operation({
      method: 'post',
      path: '/judgements',
      id: 'judge',
      tag: 'Writing',
      summary: 'Records a decision: merge, split, rename, confirm, reject or edit.',
      headers: {
        'Idempotency-Key': 'The same request with the same key is done once.',
        'If-Match': 'The tag of an answer: only while nothing has changed since.',
      },
      body: example,
      answers: { 201: { about: 'The judgement.', schema: 'judgement' } },
      problems: [404, 412, 413, 415, 422],
      answer: async ({ request, response }) => {
        const submission = checked(await readJson(request, 'judgementSubmission'));
        const reply = await replies.once(request, JSON.stringify(submission), async () => {
          await checkRevision(request, store, start);
          await subjectsOf(submission);
          const judgement = await store.judge(newJudgement(submission, now()));
          return { status: 201, headers: {}, body: judgement };
        });
        sendReply(response, reply);
      },
    }),
    operation({
      method: 'post',
      path: '/judgements/preview',
      id: 'previewJudgement',
      tag: 'Writing',
      summary: 'What a judgement would change, without recording it.',
      body: example,
      answers: { 200: { about: 'What it would change.', schema: 'judgementPreview' } },
      problems: [404, 413, 415, 422],
      answer: async ({ request, response }) => {
        const submission = checked(await readJson(request, 'judgementSubmission'));
        response.set('Cache-Control', 'no-store').json(await preview(submission));
      },
    }),
    operation({
      method: 'get',
      path: '/judgements/{id}/parts',
      id: 'mergeParts',
      tag: 'Writing',
      summary: 'What taking a merge back would part, with counts for each side.',
      answers: { 200: { about: 'The parts, heaviest first.', schema: 'mergeParts' } },
      problems: [404],
      answer: async ({ id, response }) => {
        const parts = await store.mergeParts(id);
        if (!parts) throw notFound('judgement', id);
        response.json({ judgement: id, parts });
      },
    }),
    operation({
      method: 'delete',
      path: '/judgements/{id}',
      id: 'undoJudgement',
      tag: 'Writing',
      summary: 'Takes a judgement back; what it did is gone.',
      headers: { 'If-Match': 'The tag of an answer: only while nothing has changed since.' },
      query: { by: about('Who takes it back; `user` where not given.', words(200)) },
      answers: { 200: { about: 'The judgement as it was undone.', schema: 'judgement' } },
      problems: [404, 412],
      answer: async ({ id, query, request, response }) => {
        await checkRevision(request, store, start);
        const at = new Date(now()).toISOString();
        const undone = await store.undoJudgement(id, query.by ?? 'user', at);
        if (!undone) throw notFound('judgement', id);
        response.set('Cache-Control', 'no-store').json(undone);
      },
    }),
  ];
}
