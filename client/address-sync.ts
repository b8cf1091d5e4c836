// Keeps the address bar and the store in step. Choosing something is a step that Back undoes;
// a filter changes the address in place.

import { formatAddress, parseAddress } from './address.ts';
import { type Place, useViewer, type ViewerState } from './viewer-state.ts';

/** A table that stands in for a missing canvas is not the reader's choice, so no link says it. */
const placeOf = (state: ViewerState): Place => (state.canvas ? state : { ...state, view: 'graph' });

const isStep = (now: ViewerState, before: ViewerState): boolean =>
  now.selection !== before.selection ||
  now.reading !== before.reading ||
  (now.view !== before.view && now.canvas === before.canvas);

/** Takes the place from the address now and whenever it changes; writes it back when it moves. */
export function followAddress(): void {
  const read = (): void => {
    const place = parseAddress(window.location.hash);
    useViewer.setState((state) => ({
      ...place,
      view: state.canvas ? place.view : 'table',
      hovered: null,
      reveals: place.selection ? state.reveals + 1 : state.reveals,
    }));
  };
  read();
  window.addEventListener('popstate', read);
  useViewer.subscribe((now, before) => {
    const hash = formatAddress(placeOf(now));
    if (hash === formatAddress(parseAddress(window.location.hash))) return;
    const url = `${window.location.pathname}${window.location.search}${hash}`;
    if (isStep(now, before)) window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
  });
}
