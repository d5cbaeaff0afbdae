/** Places of the studio: each is an address, so back, forward and bookmarks work, in a browser and in a window alike. */
export interface Place {
  readonly screen: ScreenId;
  /** The scenario in hand, or a variant such as `wireless-burn-mint/free`. */
  readonly scenario?: string;
  /** What else a screen keeps in the address, such as which tab is open. */
  readonly search?: Readonly<Record<string, string>>;
}

export const screenIds = [
  'library',
  'design',
  'run',
  'explore',
  'compare',
  'propose',
  'runs',
  'reference',
  'help',
  'settings',
  'shortcuts',
] as const;

export type ScreenId = (typeof screenIds)[number];

/** What every screen is given: its part of the address. */
export interface ScreenProps {
  readonly scenario?: string;
  readonly search: Readonly<Record<string, string>>;
}

export interface Location {
  get(): Place;
  go(place: Place): void;
  subscribe(listener: () => void): () => void;
}

export function pathOf({ screen, scenario, search = {} }: Place): string {
  const scenarioPath =
    scenario === undefined ? '' : `/${scenario.split('/').map(encodeURIComponent).join('/')}`;
  const query = new URLSearchParams(search).toString();
  return `/${screen}${scenarioPath}${query === '' ? '' : `?${query}`}`;
}

/** What is no known place is the Library. */
export function placeOf(path: string): Place {
  const [pathname = '', query = ''] = path.split('?');
  const [, first = '', ...rest] = pathname.split('/');
  const screen = screenIds.find((id) => id === first) ?? 'library';
  const scenario = rest.map(decoded).join('/').replace(/\/$/, '');
  const search = Object.fromEntries(new URLSearchParams(query));
  return {
    screen,
    ...(scenario === '' ? {} : { scenario }),
    ...(Object.keys(search).length === 0 ? {} : { search }),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
