// Adding articles: paste a text, drop files, or give the address of an article or feed. Each is
// read by the server; what becomes of it is shown as it happens, and its statements light up.

import { type DragEvent, type FormEvent, useRef, useState } from 'react';
import type { Job, Submission } from '../../schema/index.ts';
import { openArticle } from '../commands.ts';
import { server } from '../server.ts';
import { Sheet } from '../sheet.tsx';
import { plural } from '../wording.ts';
import { handIn, useJobs } from './jobs.ts';

type Ways = 'text' | 'files' | 'url';
const ways: readonly (readonly [Ways, string])[] = [
  ['text', 'Paste a text'],
  ['files', 'Drop files'],
  ['url', 'Give an address'],
];

type Send = (work: () => Promise<void>) => void;

const fieldOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

function Field({
  name,
  label,
  type = 'text',
}: {
  readonly name: string;
  readonly label: string;
  readonly type?: string;
}) {
  return (
    <label className="field">
      {label}
      <input name={name} type={type} maxLength={2000} />
    </label>
  );
}

function submissionOf(form: FormData): Submission {
  const given = ['text', 'url', 'title', 'publisher', 'published'].flatMap((name) => {
    const value = fieldOf(form, name);
    return value === '' ? [] : [[name, value]];
  });
  return Object.fromEntries(given) as Submission;
}

function ArticleForm({ way, send }: { readonly way: 'text' | 'url'; readonly send: Send }) {
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const submission = submissionOf(new FormData(form));
    send(async () => {
      await handIn(server.addDocuments(submission));
      form.reset();
    });
  };
  return (
    <form onSubmit={onSubmit}>
      {way === 'text' ? (
        <>
          <label className="field">
            Text of the article
            <textarea name="text" rows={7} required />
          </label>
          <div className="field-row">
            <Field name="title" label="Title" />
            <Field name="publisher" label="Publisher" />
            <Field name="published" label="Published" type="date" />
          </div>
        </>
      ) : (
        <label className="field">
          Address of an article or feed
          <input name="url" type="url" required placeholder="https://" maxLength={2000} />
        </label>
      )}
      <div className="actions">
        <button type="submit" className="button">
          Read it
        </button>
      </div>
    </form>
  );
}

function formOf(files: readonly File[]): FormData {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return form;
}

function Files({ send }: { readonly send: Send }) {
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const list = [...(files ?? [])];
    if (list.length > 0) send(() => handIn(server.addDocuments(formOf(list))));
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      className="drop-zone"
      aria-label="Files"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <p>Drop articles here: text, Markdown, HTML, PDF, JSON Lines, CSV.</p>
      <button type="button" className="button" onClick={() => field.current?.click()}>
        Choose files
      </button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label="Files"
        onChange={(event) => take(event.target.files)}
      />
    </section>
  );
}

const stateWords: Readonly<Record<Job['state'], string>> = {
  queued: 'waits',
  building: 'is being read',
  done: 'done',
  failed: 'failed',
};

function JobRow({ job, close }: { readonly job: Job; readonly close: () => void }) {
  const { name, state, statements, reason, document } = job;
  return (
    <li className="job" data-state={state}>
      <bdi className="job-name">{name}</bdi>
      <span className="job-state">
        {stateWords[state]}
        {state === 'done' ? `, ${plural(statements ?? 0, 'statement')}` : ''}
      </span>
      {reason ? <p className="small">{reason}</p> : null}
      {state === 'done' && document ? (
        <button
          type="button"
          className="link"
          onClick={() => {
            close();
            openArticle({ document, statement: null });
          }}
        >
          Open
        </button>
      ) : null}
    </li>
  );
}

function Content({ close }: { readonly close: () => void }) {
  const [way, setWay] = useState<Ways>('text');
  const [failed, setFailed] = useState<string | null>(null);
  const jobs = useJobs((state) => state.list);
  const send: Send = (work) => {
    setFailed(null);
    work().catch((error: unknown) =>
      setFailed(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <>
      <fieldset className="view-switch add-ways" aria-label="How">
        {ways.map(([key, name]) => (
          <button key={key} type="button" aria-pressed={way === key} onClick={() => setWay(key)}>
            {name}
          </button>
        ))}
      </fieldset>
      {way === 'files' ? <Files send={send} /> : <ArticleForm key={way} way={way} send={send} />}
      {failed ? (
        <p className="note" role="alert">
          {failed}
        </p>
      ) : null}
      {jobs.length > 0 ? (
        <section>
          <h3 className="section-title">On their way</h3>
          <ul className="jobs" aria-live="polite">
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} close={close} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

export function AddSheet() {
  return (
    <Sheet name="Add" title="Add articles" sign="+">
      {(close) => <Content close={close} />}
    </Sheet>
  );
}
