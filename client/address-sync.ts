// Keeps the address bar and the store in step. Choosing something is a step that Back undoes;
// a filter, a pin or the camera changes the address in place.

import { formatAddress, parseAddress } from './address.ts';
import { type Place, useViewer, type ViewerState } from './viewer-state.ts';

/** A table that stands in for a missing canvas is not the reader's choice, so no link says it. */
const placeOf = (state: ViewerState): Place => (state.canvas ? state : { ...state, view: 'graph' });

const isStep = (now: ViewerState, before: ViewerState): boolean =>
  now.selection !== before.selection ||
  now.reading !== before.reading ||
  (now.view !== before.view && now.canvas === before.canvas);

/** The place as a link would open it now. */
export const addressNow = (): string => formatAddress(placeOf(useViewer.getState()));

/** Goes to a place, as a link to it would. */
export function goTo(place: Place): void {
  useViewer.setState((state) => ({
    ...place,
    view: state.canvas ? place.view : 'table',
    hovered: null,
    // the camera of the place says what is in sight
    reveals: place.selection && !place.camera ? state.reveals + 1 : state.reveals,
  }));
  window.dispatchEvent(new Event('whowhom:place'));
}

/** Browsers refuse more than a hundred changes of the address in half a minute. */
const PAUSE = 250;

/** Takes the place from the address now and whenever it changes; writes it back when it moves. */
export function followAddress(): void {
  const read = (): void => goTo(parseAddress(window.location.hash));
  read();
  window.addEventListener('popstate', read);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const replace = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    const hash = addressNow();
    if (hash === window.location.hash) return;
    window.history.replaceState(
      null,
      '',
      `${window.location.pathname}${window.location.search}${hash}`,
    );
  };
  let written = 0;
  useViewer.subscribe((now, before) => {
    const hash = formatAddress(placeOf(now));
    if (hash === formatAddress(parseAddress(window.location.hash))) return;
    if (isStep(now, before)) {
      if (waiting !== undefined) clearTimeout(waiting);
      waiting = undefined;
      const url = `${window.location.pathname}${window.location.search}${hash}`;
      window.history.pushState(null, '', url);
    } else if (performance.now() - written > PAUSE) {
      written = performance.now();
      replace();
    } else {
      waiting ??= setTimeout(replace, PAUSE);
    }
  });
}
