import type { JobKind } from '../../../main/api/jobs/experiment-asked.ts';
import type { TrialView } from '../../../main/api/jobs/job-result.ts';
import type { Client } from '../../client/client.ts';
import { createStore, type Store, subscribeAll } from '../store.ts';
import type { ExploreForm } from './explore-form.ts';
import { createJobs, type Jobs } from './jobs.ts';

/** What the Explore screen shares with commands. */
export interface Explore {
  readonly jobs: Jobs;
  /** What was filled in, by scenario and tab: `formKey`. */
  readonly forms: Store<ReadonlyMap<string, ExploreForm>>;
  /** A point of a result that was chosen, and the scenario it is of. */
  readonly point: Store<ChosenPoint | undefined>;
  /** The fit that is to become a scenario, while its name is asked. */
  readonly naming: Store<FittedText | undefined>;
  /** The fit that is shown, if it can be applied. */
  readonly fitted: Store<FittedText | undefined>;
  /** Another project is open: its forms and jobs are others. */
  leave(): Promise<void>;
  subscribe(listener: () => void): () => void;
}

export interface ChosenPoint {
  readonly scenario: string;
  readonly point: readonly TrialView[];
  /** Where it is from, in words that an assumption can say. */
  readonly from: string;
}

export interface FittedText {
  readonly scenario: string;
  readonly title: string;
  readonly text: string;
}

export const formKey = (scenario: string, kind: JobKind): string => `${scenario} ${kind}`;

export function createExplore(client: Client): Explore {
  const parts = {
    jobs: createJobs(client),
    forms: createStore<ReadonlyMap<string, ExploreForm>>(new Map()),
    point: createStore<ChosenPoint | undefined>(undefined),
    naming: createStore<FittedText | undefined>(undefined),
    fitted: createStore<FittedText | undefined>(undefined),
  };
  const followed = [parts.jobs.all, parts.forms, parts.point, parts.naming, parts.fitted];
  return {
    ...parts,
    async leave() {
      parts.forms.set(new Map());
      for (const each of [parts.point, parts.naming, parts.fitted]) each.set(undefined);
      await parts.jobs.refresh();
    },
    subscribe: (listener) => subscribeAll(followed, listener),
  };
}
