import type { Frame } from '../../sim-core/contract/run.ts';

/** A seed that is being simulated, as far as its frames have come. */
export interface LiveSeed {
  readonly seed: string;
  /** Ticks done. */
  readonly done: number;
  /** One per metric; rows 0 .. done-1 are filled, and never change again. */
  readonly columns: readonly Float64Array[];
}

/** The seed with one more frame: a new object over the same columns. */
export function withFrame(live: LiveSeed | undefined, frame: Frame): LiveSeed {
  const columns = live?.columns ?? frame.columns.map(() => new Float64Array(frame.ticks));
  for (const [metric, column] of columns.entries()) column.set(frame.columns[metric] ?? [], frame.from);
  return { seed: frame.seed, done: frame.done, columns };
}
