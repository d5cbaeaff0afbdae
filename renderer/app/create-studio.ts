import { QueryClient } from '@tanstack/react-query';
import type { Client } from '../client/client.ts';
import { createComparing } from '../sim/compare/comparing.ts';
import { createSimulation } from '../sim/simulation.ts';
import { webPool } from '../sim/web-pool.ts';
import { createCompareState } from '../state/compare/compare-state.ts';
import { createDesign } from '../state/design.ts';
import { createDrafts } from '../state/drafts.ts';
import { createExplore } from '../state/explore/explore.ts';
import { keepFinishedRuns } from '../state/kept-runs/keep-finished.ts';
import { createKeptRuns } from '../state/kept-runs/kept-runs.ts';
import type { Location } from '../state/location.ts';
import { createAlongside } from '../state/proposals/alongside.ts';
import { createProposals } from '../state/proposals/proposals.ts';
import { createPublishing } from '../state/publishing/publishing.ts';
import { createRecent } from '../state/recent.ts';
import { studioInfo } from '../state/scenario-queries.ts';
import { createSettings, workersOf } from '../state/settings.ts';
import { createStore, subscribeAll } from '../state/store.ts';
import type { Connection, DialogId, Dropped, RunView, Studio } from '../state/studio.ts';
import { createTheme } from '../state/theme.ts';
import { createTimeline } from '../state/timeline/timeline.ts';
import { createToasts } from '../state/toasts.ts';
import { createTour } from '../state/tour.ts';
import { tourSteps } from '../state/tour-steps.ts';
import { setNumberStyle } from '../ui/number-format.ts';

/** Puts the app together for one page. */
export function createStudio(window: Window, client: Client, location: Location): Studio {
  // What a person can act on is not mended by asking again: problems are shown at once.
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  const { document, navigator, localStorage } = window;
  const settings = createSettings(localStorage);
  const spell = () => setNumberStyle(settings.get().numbers);
  spell();
  settings.subscribe(spell);
  const cores = workersOf(settings.get(), navigator.hardwareConcurrency);
  const workers = webPool(document.baseURI, cores);
  // One core is left for what the person started.
  const spare = webPool(document.baseURI, cores - 1);
  const engineId = async () => (await queries.fetchQuery(studioInfo(client))).engineId;
  // Comparisons have a list of their own, so that previews and they do not end each other.
  const compared = createSimulation({ queries, workers: spare, engineId });
  const parts = {
    simulation: createSimulation({ queries, workers, engineId }),
    preview: createSimulation({ queries, workers: spare, engineId }),
    drafts: createDrafts(client, localStorage),
    design: createDesign(localStorage),
    explore: createExplore(client),
    compare: createCompareState(createComparing(compared)),
    proposals: createProposals(client, localStorage, createAlongside(settings)),
    publishing: createPublishing(localStorage),
    toasts: createToasts(),
    theme: createTheme(window),
    location,
    settings,
    keptRuns: createKeptRuns(client),
    palette: createStore(false),
    dialog: createStore<DialogId | undefined>(undefined),
    connection: createStore<Connection>('there'),
    dropped: createStore<Dropped | undefined>(undefined),
    recent: createRecent(location, localStorage),
    tour: createTour<Studio>(tourSteps),
    seedCount: createStore(8),
    view: createStore<RunView>({ kind: 'all' }),
    timeline: createTimeline(localStorage),
  };
  const { simulation, preview, drafts, design, toasts, theme, palette, dialog, tour, seedCount, view } =
    parts;
  keepFinishedRuns({ client, ...parts });
  // So that a proposal made from a comparison finds its runs in the project.
  keepFinishedRuns({ client, ...parts, simulation: compared });
  return {
    ...parts,
    client,
    queries,
    problem: createStore(undefined),
    subscribe(listener) {
      const followed = [
        parts.timeline,
        parts.explore,
        parts.keptRuns,
        parts.compare,
        parts.proposals,
        parts.publishing,
        ...[simulation, preview, design, drafts.all, toasts.all, theme.choice, theme.exports, location],
        ...[palette, dialog, tour, seedCount, view],
      ];
      return subscribeAll(followed, listener);
    },
  };
}
