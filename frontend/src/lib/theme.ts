import { Store } from './store';

export type Theme = 'dark' | 'light';

const key = 'theme';
const lightSystem = window.matchMedia('(prefers-color-scheme: light)');

function chosen(): Theme | null {
  try {
    const value = localStorage.getItem(key);
    return value === 'dark' || value === 'light' ? value : null;
  } catch {
    return null;
  }
}

function current(): Theme {
  return chosen() ?? (lightSystem.matches ? 'light' : 'dark');
}

/** Follows the system until the person chooses. `public/theme.js` sets it before the first paint. */
export const theme = new Store<Theme>(current());

function show(): void {
  const next = current();
  document.documentElement.dataset.theme = next;
  theme.set(next);
}

export function toggleTheme(): void {
  const next = current() === 'dark' ? 'light' : 'dark';
  const system = lightSystem.matches ? 'light' : 'dark';
  try {
    // Back at the system's own theme it is followed again.
    if (next === system) localStorage.removeItem(key);
    else localStorage.setItem(key, next);
  } catch {
    document.documentElement.dataset.theme = next;
    theme.set(next);
    return;
  }
  show();
}

lightSystem.addEventListener('change', show);
