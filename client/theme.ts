// Light or dark: the system's choice until the reader makes one. The colours are written to the
// page as custom properties, from the same palette that the canvas draws with.

import { palettes } from './renderer/palette.ts';
import { type Theme, useViewer } from './viewer-state.ts';

const KEY = 'whowhom-theme';

function stored(): Theme | null {
  try {
    const theme = window.localStorage.getItem(KEY);
    return theme === 'light' || theme === 'dark' ? theme : null;
  } catch {
    return null; // storage may be forbidden
  }
}

function paint(theme: Theme): void {
  const root = document.documentElement;
  root.dataset.theme = theme;
  root.style.setProperty('color-scheme', theme);
  const { surface, quad, entity } = palettes[theme];
  for (const [name, colour] of Object.entries(surface)) root.style.setProperty(`--${name}`, colour);
  quad.forEach((colour, index) => {
    root.style.setProperty(`--quad-${index}`, colour);
  });
  for (const [type, colour] of Object.entries(entity)) {
    root.style.setProperty(`--entity-${type}`, colour);
  }
}

export function followTheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const system = (): Theme => (dark.matches ? 'dark' : 'light');
  useViewer.subscribe((now, before) => {
    if (now.theme !== before.theme) paint(now.theme);
  });
  const theme = stored() ?? system();
  paint(theme);
  useViewer.setState({ theme });
  dark.addEventListener('change', () => {
    if (stored() === null) useViewer.setState({ theme: system() });
  });
}

export function toggleTheme(): void {
  const theme: Theme = useViewer.getState().theme === 'dark' ? 'light' : 'dark';
  try {
    window.localStorage.setItem(KEY, theme);
  } catch {
    // storage may be forbidden; the choice then lasts until the page is left
  }
  useViewer.setState({ theme });
}
