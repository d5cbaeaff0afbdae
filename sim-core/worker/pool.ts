import { type Batch, type BatchRequest, startBatch } from './batch.ts';
import { createLane } from './lane.ts';
import type { Spawn } from './spawn.ts';

/** Workers that take seeds from a list. They start with the first batch and stay for the next. */
export interface Pool {
  readonly size: number;
  /** Starts the workers ahead of the first batch, which then need not wait for them. */
  warm(): void;
  /** Simulates seeds; after the batches before it. */
  batch(request: BatchRequest): Batch;
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
    warm() {
      turn = turn.then(() => Promise.allSettled(lanes.map((lane) => lane.ready())));
    },
    batch(request) {
      const batch = startBatch(request, lanes, turn);
      open.add(batch);
      const closed = () => open.delete(batch);
      turn = batch.done.then(closed, closed);
      return batch;
    },
    close() {
      for (const batch of open) batch.cancel();
      for (const lane of lanes) lane.close();
    },
  };
}
