import type { Described } from '../contract/engine.ts';
import type { ScenarioSpec } from '../contract/scenario.ts';
import { type Batch, type BatchRequest, startBatch } from './batch.ts';
import { createLane } from './lane.ts';
import type { Spawn } from './spawn.ts';

/** Workers that take seeds from a list. They start with the first batch and stay for the next. */
export interface Pool {
  readonly size: number;
  /** Starts workers, all or so many, ahead of the first batch, which then need not wait for them. */
  warm(count?: number): void;
  /** Simulates seeds; after the batches before it. */
  batch(request: BatchRequest): Batch;
  /** What a spec reports, asked of the first worker after the batches before it. */
  describedOf(spec: ScenarioSpec): Promise<Described>;
  /** Cancels what runs and ends the workers. */
  close(): void;
}

export interface PoolOptions {
  /** Workers at a time; a batch of fewer seeds uses fewer. */
  readonly size: number;
  readonly spawn: Spawn;
}

export function createPool({ size, spawn }: PoolOptions): Pool {
  const lanes = Array.from({ length: size }, () => createLane(spawn));
  const open = new Set<Batch>();
  let turn: Promise<unknown> = Promise.resolve();
  return {
    size,
    warm(count = size) {
      // Where one cannot start, the batch that needs it says why.
      for (const lane of lanes.slice(0, count)) void lane.ready().catch(() => {});
    },
    batch(request) {
      const batch = startBatch(request, lanes, turn);
      open.add(batch);
      const closed = () => open.delete(batch);
      turn = batch.done.then(closed, closed);
      return batch;
    },
    async describedOf(spec) {
      const [lane] = lanes;
      if (lane === undefined) throw new Error('a pool without workers');
      const answer = turn.then(async () => {
        await lane.ready();
        return await lane.describedOf(spec);
      });
      turn = answer.catch(() => {});
      return await answer;
    },
    close() {
      for (const batch of open) batch.cancel();
      for (const lane of lanes) lane.close();
    },
  };
}
