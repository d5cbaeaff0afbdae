import { createStore, type Store } from '../store.ts';

/** What a person wrote beside a day of a scenario's runs. */
export interface Note {
  readonly id: string;
  /** Days since the first. */
  readonly tick: number;
  readonly text: string;
}

/** Notes by scenario, kept in this browser. */
export interface Notes {
  readonly all: Pick<Store<ReadonlyMap<string, readonly Note[]>>, 'get' | 'subscribe'>;
  /** An empty text takes the note of that day away; each day has one. */
  write(scenario: string, tick: number, text: string): void;
}

const key = 'studio.notes';

/** Longest text of a note: it has to fit into a line. */
export const longestNote = 200;

export function createNotes(storage: Storage): Notes {
  const all = createStore<ReadonlyMap<string, readonly Note[]>>(read(storage.getItem(key)));
  return {
    all,
    write(scenario, tick, text) {
      const others = (all.get().get(scenario) ?? []).filter((note) => note.tick !== tick);
      const written = text.trim().slice(0, longestNote);
      const notes = written === '' ? others : [...others, { id: `note-${tick}`, tick, text: written }];
      const next = new Map(all.get());
      if (notes.length === 0) next.delete(scenario);
      else
        next.set(
          scenario,
          notes.sort((a, b) => a.tick - b.tick),
        );
      all.set(next);
      storage.setItem(key, JSON.stringify(Object.fromEntries(next)));
    },
  };
}

/** What is kept may be of another version, or somebody's edit: what is no note is left out. */
function read(text: string | null): ReadonlyMap<string, readonly Note[]> {
  const kept = parsed(text);
  return new Map(
    Object.entries(kept).flatMap(([scenario, notes]) =>
      Array.isArray(notes) ? [[scenario, notes.filter(isNote)] as const] : [],
    ),
  );
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function isNote(value: unknown): value is Note {
  if (typeof value !== 'object' || value === null) return false;
  const { id, tick, text } = value as Partial<Record<keyof Note, unknown>>;
  return typeof id === 'string' && Number.isInteger(tick) && typeof text === 'string';
}
