import { createExportTheme, type ExportTheme } from './export-theme.ts';
import { createStore, type Store } from './store.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type Theme = 'light' | 'dark';

/** What the user chose, and what that comes to. */
export interface ThemeState {
  readonly choice: Store<ThemeChoice>;
  readonly theme: Pick<Store<Theme>, 'get' | 'subscribe'>;
  /** Of pictures that are saved: people work in the dark and publish in the light. */
  readonly exports: Store<ExportTheme>;
}

const key = 'studio.theme';
const choices: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Follows the system unless the user chose otherwise; marks the document, and remembers the choice in this browser. */
export function createTheme({ document, localStorage, matchMedia }: Window): ThemeState {
  const prefersDark = matchMedia.call(window, '(prefers-color-scheme: dark)');
  const choice = createStore<ThemeChoice>(
    choices.find((known) => known === localStorage.getItem(key)) ?? 'system',
  );
  const resolve = (): Theme => {
    const chosen = choice.get();
    if (chosen !== 'system') return chosen;
    return prefersDark.matches ? 'dark' : 'light';
  };
  const theme = createStore<Theme>(resolve());
  const apply = () => {
    theme.set(resolve());
    document.documentElement.dataset.theme = theme.get();
  };
  apply();
  prefersDark.addEventListener('change', apply);
  choice.subscribe(() => {
    localStorage.setItem(key, choice.get());
    apply();
  });
  return { choice, theme, exports: createExportTheme(localStorage) };
}
