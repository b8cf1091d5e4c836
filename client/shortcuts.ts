// The keys that work anywhere on the page. A single letter can be turned off, for those who speak
// to their computer or hit keys by chance (WCAG 2.2, 2.1.4).

const KEY = 'whowhom-single-keys';

export interface Shortcut {
  readonly keys: string;
  readonly does: string;
}

/** For the sheet of shortcuts. */
export const shortcutList: readonly (readonly [group: string, shortcuts: readonly Shortcut[]])[] = [
  [
    'Anywhere',
    [
      { keys: '/', does: 'Find an actor or a sentence' },
      { keys: 'Esc', does: 'One step back: article, choice, path' },
      { keys: 'Ctrl Z', does: 'Undo' },
      { keys: 'Ctrl Shift Z', does: 'Do again' },
      { keys: 'T', does: 'Graph or table' },
      { keys: 'G', does: 'To the graph, to walk it with the keys' },
      { keys: '?', does: 'This sheet' },
    ],
  ],
  [
    'In the graph',
    [
      { keys: 'Arrows', does: 'To the nearest actor that way' },
      { keys: '. ,', does: 'Next and previous relation of the actor' },
      { keys: 'Backspace', does: 'Across the relation to its other end' },
      { keys: 'Enter', does: 'Open the actor or the evidence' },
      { keys: 'Shift Arrows', does: 'Move the picture' },
      { keys: '+ − 0', does: 'Nearer, farther, everything' },
    ],
  ],
];

export function singleKeys(): boolean {
  try {
    return window.localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    window.localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // storage may be forbidden; the choice then lasts until the page is left
  }
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Calls for a single key, where none is being typed into a field. Answers how to stop. */
export function onShortcut(key: string, action: () => void): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || typing(event.target) || !singleKeys()) return;
    event.preventDefault();
    action();
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}

/** Undo and redo by the usual keys, outside of fields, which have their own. */
export function onUndoKeys(undo: () => void, redo: () => void): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || typing(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  };
  window.addEventListener('keydown', listen);
  return () => window.removeEventListener('keydown', listen);
}
