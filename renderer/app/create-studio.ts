import { QueryClient } from '@tanstack/react-query';
import type { Client } from '../client/client.ts';
import { createSimulation } from '../sim/simulation.ts';
import { webPool } from '../sim/web-pool.ts';
import { createDrafts } from '../state/drafts.ts';
import type { Location } from '../state/location.ts';
import { studioInfo } from '../state/scenario-queries.ts';
import { createStore } from '../state/store.ts';
import type { RunView, Studio } from '../state/studio.ts';
import { createTheme } from '../state/theme.ts';
import { createToasts } from '../state/toasts.ts';

/** Puts the app together for one page. */
export function createStudio(window: Window, client: Client, location: Location): Studio {
  // What a person can act on is not mended by asking again: problems are shown at once.
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  const { document, navigator, localStorage } = window;
  const { pool, loadEngine } = webPool(document.baseURI, navigator.hardwareConcurrency);
  // One core is left for what the person started.
  const { pool: previewPool } = webPool(document.baseURI, navigator.hardwareConcurrency - 1);
  const engineId = async () => (await queries.fetchQuery(studioInfo(client))).engineId;
  const parts = {
    simulation: createSimulation({ queries, pool, loadEngine, engineId }),
    preview: createSimulation({ queries, pool: previewPool, loadEngine, engineId }),
    drafts: createDrafts(client, localStorage),
    toasts: createToasts(),
    theme: createTheme(window),
    location,
    palette: createStore(false),
    seedCount: createStore(8),
    view: createStore<RunView>({ kind: 'all' }),
  };
  const { simulation, preview, drafts, toasts, theme, palette, seedCount, view } = parts;
  return {
    ...parts,
    client,
    queries,
    problem: createStore(undefined),
    subscribe(listener) {
      const followed = [
        ...[simulation, preview, drafts.all, toasts.all, theme.choice, location],
        ...[palette, seedCount, view],
      ];
      const leave = followed.map((part) => part.subscribe(listener));
      return () => {
        for (const stop of leave) stop();
      };
    },
  };
}
