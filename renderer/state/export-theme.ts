import { createStore, type Store } from './store.ts';

/** How saved pictures look: light, dark, or as the screen does. */
export type ExportTheme = 'light' | 'dark' | 'screen';

export const exportThemes: readonly ExportTheme[] = ['light', 'dark', 'screen'];

const key = 'studio.export-theme';

/** Light unless the person chose otherwise; remembered in this browser. */
export function createExportTheme(storage: Storage): Store<ExportTheme> {
  const store = createStore<ExportTheme>(
    exportThemes.find((known) => known === storage.getItem(key)) ?? 'light',
  );
  store.subscribe(() => storage.setItem(key, store.get()));
  return store;
}
