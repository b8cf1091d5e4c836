// The counts of the filter bar: worked out here where the statements are at hand.

import { useMemo } from 'react';
import type { ListField } from './model/filter.ts';
import { useAnalysis } from './shown.ts';

export type Facets = ReadonlyMap<ListField, ReadonlyMap<string, number>>;

/** Null until they are known. */
export function useFacets(): Facets | null {
  const analysis = useAnalysis();
  return useMemo(
    () =>
      analysis &&
      new Map(
        Object.entries(analysis.counts).map(([field, counts]) => [field as ListField, counts]),
      ),
    [analysis],
  );
}
