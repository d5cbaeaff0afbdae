import type { QueryClient } from '@tanstack/react-query';
import type { Problem } from '../../sim-core/contract/errors.ts';
import type { Client } from '../client/client.ts';
import type { Simulation } from '../sim/simulation.ts';
import type { Drafts } from './drafts.ts';
import type { Location } from './location.ts';
import type { Store } from './store.ts';
import type { ThemeState } from './theme.ts';
import type { Toasts } from './toasts.ts';

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
  readonly toasts: Toasts;
  readonly theme: ThemeState;
  readonly location: Location;
  /** Whether the command palette is open. */
  readonly palette: Store<boolean>;
  /** Seeds of the next run: `1` to this. */
  readonly seedCount: Store<number>;
  /** Charts show all seeds, or one of them. */
  readonly view: Store<RunView>;
  /** The last thing that went wrong outside any place of its own. */
  readonly problem: Store<Problem | undefined>;
  /** Called after any change that could change whether a command makes sense. */
  subscribe(listener: () => void): () => void;
}

/** `seed` absent: the first there is. */
export type RunView = { readonly kind: 'all' } | { readonly kind: 'one'; readonly seed?: string };
