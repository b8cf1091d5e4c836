// Statements of a query, page after page, newest article first as the server sorts them.

import { useEffect, useState } from 'react';
import type { Statement } from '../../schema/index.ts';
import type { ListStatementsQuery } from '../api-client.ts';
import { server } from '../server.ts';

export interface StatementPages {
  readonly items: readonly Statement[];
  readonly status: 'loading' | 'failed' | 'ready';
  readonly detail: string;
  /** Fetches the next page, or the failed one again; null when there is nothing to fetch. */
  readonly more: (() => void) | null;
}

interface Loaded {
  readonly items: readonly Statement[];
  /** Cursor of the next page, or of the one that failed. */
  readonly next: string | null;
  readonly status: StatementPages['status'];
  readonly detail: string;
}

const nothing: Loaded = { items: [], next: null, status: 'loading', detail: '' };

/** Pages from a cursor on, until one has something to keep. */
async function load(
  query: ListStatementsQuery,
  from: string | null,
  only: ReadonlySet<string> | null,
  signal: AbortSignal,
): Promise<Pick<Loaded, 'items' | 'next'>> {
  let cursor = from;
  for (;;) {
    const page = await server.listStatements({ ...query, cursor: cursor ?? undefined }, { signal });
    const items = only ? page.items.filter(({ id }) => only.has(id)) : page.items;
    if (items.length > 0 || page.next === null) return { items, next: page.next };
    cursor = page.next;
  }
}

/**
 * `only` picks the statements of one relation out of all those between its ends. Both arguments
 * stay the same objects for as long as the component lives: key it by what it asks for.
 */
export function useStatements(
  query: ListStatementsQuery,
  only: ReadonlySet<string> | null,
): StatementPages {
  const [loaded, setLoaded] = useState(nothing);
  const [request, setRequest] = useState<{ readonly cursor: string | null }>({ cursor: null });

  useEffect(() => {
    const controller = new AbortController();
    setLoaded((before) => ({ ...before, status: 'loading' }));
    load(query, request.cursor, only, controller.signal).then(
      ({ items, next }) => {
        if (controller.signal.aborted) return;
        setLoaded((before) => ({
          items: [...before.items, ...items],
          next,
          status: 'ready',
          detail: '',
        }));
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const detail = error instanceof Error ? error.message : String(error);
        setLoaded((before) => ({ ...before, next: request.cursor, status: 'failed', detail }));
      },
    );
    return () => controller.abort();
  }, [query, only, request]);

  const { items, next, status, detail } = loaded;
  const complete = only !== null && items.length >= only.size;
  const open = status === 'failed' || (status === 'ready' && next !== null && !complete);
  return { items, status, detail, more: open ? () => setRequest({ cursor: next }) : null };
}
