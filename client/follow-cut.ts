// A graph that is too large to be had whole is filtered by the server: whenever the filter changes,
// what passes is asked for anew. Actors that stood already keep their places.

import { refreshGraph } from './commands.ts';
import { filterQuery } from './model/filter.ts';
import { useViewer } from './viewer-state.ts';

const PAUSE = 250;

export function followCut(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = '';
  useViewer.subscribe(({ cut, filter }, before) => {
    if (!cut) return;
    const query = JSON.stringify(filterQuery(filter));
    // a filter that came with the address was not applied while it was not known that it must be
    if (cut !== before.cut) asked = '{}';
    if (query === asked) return;
    asked = query;
    clearTimeout(timer);
    timer = setTimeout(() => void refreshGraph(), PAUSE);
  });
}
