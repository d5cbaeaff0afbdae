import type { JobProgress } from '../../api/jobs/jobs-api.ts';
import type { CaseProgress } from './case.ts';

/** Counts what happens while cases run. */
export interface Counted extends CaseProgress {
  now(): JobProgress;
  /** Done of it, 0 to 1, with what is done of seeds in hand. */
  share(): number;
}

/** Of the work, before a time is foretold. */
const leastShare = 0.02;

/** A count of `of` runs. What the store holds costs no time, and promises none. */
export function countRuns(of: number, clock: () => number = () => performance.now()): Counted {
  const inHand = new Map<string, number>();
  const started = clock();
  let over = 0;
  let stored = 0;
  const partly = (): number => [...inHand.values()].reduce((sum, each) => sum + each, 0);
  return {
    frame(index, { seed, done, ticks }) {
      inHand.set(`${index} ${seed}`, done / ticks);
    },
    seedOver(index, seed, end) {
      inHand.delete(`${index} ${seed}`);
      over += 1;
      if (end === 'stored') stored += 1;
    },
    now() {
      const worked = over - stored + partly();
      const toWork = Math.max(0, of - stored);
      const known = toWork > 0 && worked / toWork > leastShare;
      const left = ((clock() - started) * Math.max(0, toWork - worked)) / worked;
      return { runs: Math.min(over, of), of, stored, ...(known ? { leftMs: Math.round(left) } : {}) };
    },
    share: () => Math.min(1, (over + partly()) / Math.max(1, of)),
  };
}
