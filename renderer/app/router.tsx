import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  useRouterState,
} from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { toProblem } from '../../sim-core/contract/errors.ts';
import { type Location, pathOf, placeOf } from '../state/location.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { type Screen, screens } from './screens.ts';
import { Shell } from './shell.tsx';

/** The address after `#`: alike in a browser and in a window. */
export function createLocation(window: Window): {
  readonly location: Location;
  readonly history: RouterHistory;
} {
  const history = createHashHistory({ window });
  const location: Location = {
    get: () => placeOf(history.location.href),
    go(place) {
      const path = pathOf(place);
      if (path !== history.location.href) history.push(path);
    },
    subscribe: (listener) => history.subscribe(listener),
  };
  return { location, history };
}

/** Every screen is loaded when it is first shown, or when a link to it is pointed at. */
export function createStudioRouter(history: RouterHistory) {
  const root = createRootRoute({ component: Shell, notFoundComponent: screenOf(first).component });
  const routes = screens.flatMap((screen) => {
    const { id } = screen;
    const shown = { ...screenOf(screen), errorComponent: Broken };
    return [
      createRoute({ getParentRoute: () => root, path: `/${id}`, ...shown }),
      createRoute({ getParentRoute: () => root, path: `/${id}/$`, ...shown }),
    ];
  });
  const home = createRoute({ getParentRoute: () => root, path: '/', ...screenOf(first) });
  return createRouter({
    routeTree: root.addChildren([home, ...routes]),
    history,
    defaultPreload: 'intent',
    // Values stay the texts that they are in the address.
    parseSearch: (query) => Object.fromEntries(new URLSearchParams(query)),
    stringifySearch: (search) => {
      const query = new URLSearchParams(search).toString();
      return query === '' ? '' : `?${query}`;
    },
  });
}

const [first] = screens as readonly [Screen, ...Screen[]];

function screenOf({ load }: Screen) {
  const Loaded = lazyRouteComponent(load, 'default');
  const component = Object.assign(AtPlace, { preload: async () => await Loaded.preload?.() });
  return { component };

  function AtPlace(): ReactElement {
    const href = useRouterState({ select: (state) => state.location.href });
    const { scenario, search = {} } = placeOf(href);
    return <Loaded search={search} {...(scenario === undefined ? {} : { scenario })} />;
  }
}

function Broken({ error, reset }: { readonly error: unknown; readonly reset: () => void }): ReactElement {
  return (
    <div className="screen-broken">
      <ProblemNote problem={toProblem(error)}>
        <button type="button" className="button button-plain" onClick={reset}>
          Show this screen again
        </button>
      </ProblemNote>
    </div>
  );
}
