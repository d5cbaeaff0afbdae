import { navigate } from 'wouter/use-hash-location';

/** Places of the studio: each is an address, so back, forward and bookmarks work, in a browser and in a window alike. */
export type Place =
  | { readonly screen: 'library'; readonly scenario?: string }
  | { readonly screen: 'run'; readonly scenario?: string };

export interface Location {
  get(): Place;
  go(place: Place): void;
  subscribe(listener: () => void): () => void;
}

export const pathOf = ({ screen, scenario }: Place): string =>
  scenario === undefined ? `/${screen}` : `/${screen}/${encodeURIComponent(scenario)}`;

/** What is no known place is the Library. */
export function placeOf(path: string): Place {
  const [, screen, id] = path.split('/');
  const scenario = id === undefined || id === '' ? {} : { scenario: decoded(id) };
  return { screen: screen === 'run' ? 'run' : 'library', ...scenario };
}

/** The address after `#`. */
export const hashLocation = (window: Window): Location => ({
  get: () => placeOf(window.location.hash.replace(/^#/, '')),
  go: (place) => navigate(pathOf(place)),
  subscribe(listener) {
    window.addEventListener('hashchange', listener);
    return () => window.removeEventListener('hashchange', listener);
  },
});

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
