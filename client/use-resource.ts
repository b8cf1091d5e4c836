// Something asynchronous as a value to render. A change of key abandons what was under way.

import { useCallback, useEffect, useState } from 'react';

export type Resource<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly detail: string; readonly retry: () => void }
  | { readonly status: 'ready'; readonly value: T };

interface Attempt {
  readonly key: string;
  readonly count: number;
}

type Settled<T> = Attempt & ({ readonly value: T } | { readonly detail: string });

/** Loads whenever the key changes. `load` is a function of the module, not made while rendering. */
export function useResource<T>(
  load: (key: string, signal: AbortSignal) => Promise<T>,
  key: string,
): Resource<T> {
  const [settled, setSettled] = useState<Settled<T> | null>(null);
  const [count, setCount] = useState(0);
  const retry = useCallback(() => setCount((before) => before + 1), []);

  useEffect(() => {
    const controller = new AbortController();
    const settle = (outcome: { value: T } | { detail: string }): void => {
      if (!controller.signal.aborted) setSettled({ key, count, ...outcome });
    };
    load(key, controller.signal).then(
      (value) => settle({ value }),
      (error: unknown) =>
        settle({ detail: error instanceof Error ? error.message : String(error) }),
    );
    return () => controller.abort();
  }, [load, key, count]);

  if (settled?.key !== key || settled.count !== count) return { status: 'loading' };
  if ('detail' in settled) return { status: 'failed', detail: settled.detail, retry };
  return { status: 'ready', value: settled.value };
}
