// Views that the reader gave a name, kept in this browser. A view is its address.

import { create } from 'zustand';

export interface NamedView {
  readonly name: string;
  /** As it stands behind the # of a link. */
  readonly address: string;
}

const KEY = 'whowhom-views';
const MOST = 100;

function stored(): readonly NamedView[] {
  try {
    const views: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(views)) return [];
    return views.flatMap((view: Partial<NamedView> | null) =>
      typeof view?.name === 'string' && typeof view.address === 'string'
        ? [{ name: view.name, address: view.address }]
        : [],
    );
  } catch {
    return []; // storage may be forbidden, or hold something else
  }
}

export const useNamedViews = create<{ readonly views: readonly NamedView[] }>(() => ({
  views: stored(),
}));

function keep(views: readonly NamedView[]): void {
  useNamedViews.setState({ views });
  try {
    window.localStorage.setItem(KEY, JSON.stringify(views));
  } catch {
    // storage may be forbidden; the views then last until the page is left
  }
}

/** A view of the same name is replaced. */
export function saveView(view: NamedView): void {
  const { views } = useNamedViews.getState();
  keep([...views.filter(({ name }) => name !== view.name), view].slice(-MOST));
}

export function dropView(name: string): void {
  keep(useNamedViews.getState().views.filter((view) => view.name !== name));
}
