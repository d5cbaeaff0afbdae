import { createStore, type Store } from './store.ts';

/** What the person chose for this browser or window, besides its theme. */
export interface Settings {
  /** Whether every finished run is kept in the project. */
  readonly keepRuns: boolean;
  /** Workers that simulate; 0: one for each core. From the next start on. */
  readonly workers: number;
  /** Large numbers as `370k`, or as `370,000`. */
  readonly numbers: 'si' | 'grouped';
  /** A folder of this computer with engines of other releases, for proposals that name one; empty: none. */
  readonly engines: string;
}

export const usualSettings: Settings = {
  keepRuns: true,
  workers: 0,
  numbers: 'si',
  engines: '',
};

/** Most workers that can be asked for. */
export const mostWorkers = 64;

const key = 'studio.settings';

/** Remembered in this browser; a value that makes no sense is the usual one. */
export function createSettings(storage: Storage): Store<Settings> {
  const store = createStore<Settings>(readSettings(storage.getItem(key)));
  store.subscribe(() => storage.setItem(key, JSON.stringify(store.get())));
  return store;
}

export function readSettings(text: string | null): Settings {
  const kept = objectIn(text);
  const { keepRuns, workers, numbers } = usualSettings;
  const flag = (value: unknown, usual: boolean) => (typeof value === 'boolean' ? value : usual);
  const count = kept.get('workers');
  const engines = kept.get('engines');
  return {
    keepRuns: flag(kept.get('keepRuns'), keepRuns),
    workers:
      typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= mostWorkers
        ? count
        : workers,
    numbers: kept.get('numbers') === 'grouped' ? 'grouped' : numbers,
    engines: typeof engines === 'string' ? engines : '',
  };
}

function objectIn(text: string | null): ReadonlyMap<string, unknown> {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    return new Map(typeof read === 'object' && read !== null ? Object.entries(read) : []);
  } catch {
    return new Map();
  }
}

/** Workers to start on a computer with so many cores. */
export const workersOf = ({ workers }: Settings, cores: number): number => (workers === 0 ? cores : workers);
