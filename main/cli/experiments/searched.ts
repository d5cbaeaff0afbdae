import { availableParallelism } from 'node:os';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import type { Case } from '../../services/experiments/case.ts';
import { estimateOfSearch } from '../../services/experiments/estimate.ts';
import type { RunnerOptions } from '../../services/experiments/runner.ts';
import type { Installation } from '../../services/installation.ts';
import { interruption } from '../interruption.ts';
import { progressBar } from '../progress-bar.ts';
import { agreedOnCost, type CostFlags } from './agree-on-cost.ts';
import { searchText } from './estimate-text.ts';
import { openStore, type StoreFlag } from './open-store.ts';

/** A search, which chooses its points as it goes. */
interface Search<Answer> extends Pick<Case, 'document'> {
  /** Runs that it may make. */
  readonly budget: number;
  /** Folder of the project, where runs are kept. */
  readonly project: string;
  /** Over how many of what, such as 3 of `parameter`. */
  readonly over: { readonly count: number; readonly what: string };
  run(options: Omit<RunnerOptions, 'columns'>): Promise<Answer>;
}

interface SearchFlags extends CostFlags {
  readonly store?: StoreFlag;
  readonly workers?: number;
}

/** Says what a search costs, then makes it behind a bar. Undefined where only the cost was asked; throws `experiment.long`. */
export async function searched<Answer>(
  { document, budget, project, over: { count, what }, run }: Search<Answer>,
  flags: SearchFlags,
  installation: Installation,
): Promise<Answer | undefined> {
  const workers = flags.workers ?? availableParallelism();
  const opened = await openStore(installation, flags.store, project);
  const store = opened === undefined ? {} : { store: opened };
  const engine = await loadEngine(installation.engineUrl.href);
  const estimate = await estimateOfSearch({ document }, budget, { installation, engine, workers, ...store });
  const over = `${count} ${what}${count === 1 ? '' : 's'}.`;
  if (!agreedOnCost(estimate, `${over} ${searchText(estimate, workers)}`, flags)) return undefined;
  const progress = progressBar(budget, 'runs');
  try {
    return await run({ installation, signal: interruption(), progress, workers, ...store });
  } finally {
    progress.end();
  }
}
