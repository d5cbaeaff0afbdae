import type { Location } from './location.ts';
import { createStore, type Store } from './store.ts';

/** Ids of the scenarios that were worked on, the latest first. */
export type Recent = Pick<Store<readonly string[]>, 'get' | 'subscribe'>;

const key = 'studio.recent';
const most = 3;

/** Follows where the person goes; a look at a card in the Library is no work. */
export function createRecent(location: Location, storage: Storage): Recent {
  const recent = createStore<readonly string[]>(read(storage));
  const note = () => {
    const { screen, scenario } = location.get();
    if (scenario === undefined || screen === 'library' || recent.get()[0] === scenario) return;
    recent.set([scenario, ...recent.get().filter((id) => id !== scenario)].slice(0, most));
    storage.setItem(key, JSON.stringify(recent.get()));
  };
  location.subscribe(note);
  note();
  return recent;
}

function read(storage: Storage): readonly string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}
