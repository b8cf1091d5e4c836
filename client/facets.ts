// The counts of the filter bar: worked out here where the statements are at hand, else by the
// server. There each list is counted without its own conditions, as it is here.

import { useMemo } from 'react';
import {
  emptyFilter,
  type Filter,
  filterQuery,
  type ListField,
  listFields,
} from './model/filter.ts';
import { server } from './server.ts';
import { useAnalysis } from './shown.ts';
import { useResource } from './use-resource.ts';
import { useViewer } from './viewer-state.ts';

export type Counts = ReadonlyMap<string, number>;

/** The filter as text, to key what was fetched by; one field's own conditions are left out. */
const without = (filter: Filter, field: ListField): string =>
  JSON.stringify(filterQuery({ ...filter, lists: { ...filter.lists, [field]: [] } }));

async function fetchCounts(key: string, signal: AbortSignal): Promise<Counts> {
  const [field = 'kind', ...query] = key.split(' ');
  if (query.length === 0) return new Map();
  const facets = await server.getFacets(JSON.parse(query.join(' ')), { signal });
  const values = listFields.includes(field as ListField) ? facets[field as ListField] : [];
  return new Map(values.map(({ value, count }) => [value, count]));
}

/** Numbers of statements by value; null until they are known. */
export function useCounts(field: ListField): Counts | null {
  const analysis = useAnalysis();
  const cut = useViewer((state) => state.cut);
  const filter = useViewer((state) => (state.cut ? state.filter : emptyFilter));
  const key = cut ? `${field} ${without(filter, field)}` : field;
  const fetched = useResource(fetchCounts, key);
  return useMemo(() => {
    if (!cut) return analysis?.counts[field] ?? null;
    return fetched.status === 'ready' ? fetched.value : null;
  }, [analysis, cut, fetched, field]);
}
