import { QueryClient } from '@tanstack/react-query';
import type { Client } from '../client/client.ts';
import { createSimulation } from '../sim/simulation.ts';
import { webPool } from '../sim/web-pool.ts';
import { hashLocation } from '../state/location.ts';
import { studioInfo } from '../state/scenario-queries.ts';
import { createStore } from '../state/store.ts';
import type { RunView, Studio } from '../state/studio.ts';
import { createTheme } from '../state/theme.ts';

/** Puts the app together for one page. */
export function createStudio(window: Window, client: Client): Studio {
  // What a person can act on is not mended by asking again: problems are shown at once.
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  const { pool, loadEngine } = webPool(window.document.baseURI, window.navigator.hardwareConcurrency);
  const engineId = async () => (await queries.fetchQuery(studioInfo(client))).engineId;
  const parts = {
    simulation: createSimulation({ queries, pool, loadEngine, engineId }),
    theme: createTheme(window),
    location: hashLocation(window),
    palette: createStore(false),
    seedCount: createStore(8),
    view: createStore<RunView>({ kind: 'all' }),
  };
  const { simulation, theme, location, palette, seedCount, view } = parts;
  return {
    ...parts,
    client,
    queries,
    problem: createStore(undefined),
    subscribe(listener) {
      const followed = [simulation, theme.choice, location, palette, seedCount, view];
      const leave = followed.map((part) => part.subscribe(listener));
      return () => {
        for (const stop of leave) stop();
      };
    },
  };
}
