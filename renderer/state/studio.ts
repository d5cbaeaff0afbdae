import type { QueryClient } from '@tanstack/react-query';
import type { Problem } from '../../sim-core/contract/errors.ts';
import type { Client } from '../client/client.ts';
import type { Simulation } from '../sim/simulation.ts';
import type { CompareState } from './compare/compare-state.ts';
import type { Design } from './design.ts';
import type { Drafts } from './drafts.ts';
import type { Explore } from './explore/explore.ts';
import type { KeptRuns } from './kept-runs/kept-runs.ts';
import type { Location } from './location.ts';
import type { Proposals } from './proposals/proposals.ts';
import type { Publishing } from './publishing/publishing.ts';
import type { Recent } from './recent.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';
import type { ThemeState } from './theme.ts';
import type { Timeline } from './timeline/timeline.ts';
import type { Toasts } from './toasts.ts';
import type { Tour } from './tour.ts';

/** What commands act on: everything of the app that is not a screen's own business. */
export interface Studio {
  readonly client: Client;
  readonly queries: QueryClient;
  /** Runs that the person started: they go on between screens. */
  readonly simulation: Simulation;
  /** Runs that a screen starts by itself, such as previews of an edit, on workers of their own. */
  readonly preview: Simulation;
  /** Scenarios that are open for editing. */
  readonly drafts: Drafts;
  /** What the Design screen shares: selection, locks, what is changed. */
  readonly design: Design;
  /** What the Explore screen shares: jobs, and forms that are being filled in. */
  readonly explore: Explore;
  /** The last comparison. */
  readonly compare: CompareState;
  /** Drafts that are being written, and evidence that is re-run. */
  readonly proposals: Proposals;
  /** From a draft to a vote. */
  readonly publishing: Publishing;
  readonly toasts: Toasts;
  readonly theme: ThemeState;
  readonly location: Location;
  readonly settings: Store<Settings>;
  /** Runs that the project keeps, and which of them are chosen. */
  readonly keptRuns: KeptRuns;
  /** Whether the command palette is open. */
  readonly palette: Store<boolean>;
  /** The dialog that is open. */
  readonly dialog: Store<DialogId | undefined>;
  /** Whether the studio's own process answers. */
  readonly connection: Store<Connection>;
  /** The file that was dropped on the window last, until a screen has taken it. */
  readonly dropped: Store<Dropped | undefined>;
  /** Scenarios that were worked on, the latest first. */
  readonly recent: Recent;
  readonly tour: Tour<Studio>;
  /** Seeds of the next run: `1` to this. */
  readonly seedCount: Store<number>;
  /** Charts show all seeds, or one of them. */
  readonly view: Store<RunView>;
  /** The day of each run that is looked at, and notes beside days. */
  readonly timeline: Timeline;
  /** The last thing that went wrong outside any place of its own. */
  readonly problem: Store<Problem | undefined>;
  /** Called after any change that could change whether a command makes sense. */
  subscribe(listener: () => void): () => void;
}

/** Whether the studio's own process answers. */
export type Connection = 'there' | 'lost';

/** A file that the person has dropped on the window. */
export interface Dropped {
  readonly name: string;
  readonly text: string;
}

export type DialogId = 'open-project' | 'trust-code';

/** `seed` absent: the first there is. */
export type RunView = { readonly kind: 'all' } | { readonly kind: 'one'; readonly seed?: string };
