import { toProblem } from '../../../sim-core/contract/errors.ts';
import type { Frame, SeedResult } from '../../../sim-core/contract/run.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import type { KeptCheckpoint } from './checkpoint-file.ts';
import type { Desk } from './desks.ts';
import { isUnwritable } from './no-room.ts';
import type { EnteredSpec, RunStore } from './run-store.ts';
import type { StoredSpec } from './stored-manifest.ts';

/** Where the checkpoints of a seed are kept, and how often there is one. */
export interface Checkpoints {
  readonly store: RunStore;
  readonly spec: ScenarioSpec;
  readonly stored: StoredSpec | EnteredSpec;
  readonly everyMs: number;
  /** Told where the seed goes on from. */
  resumed(done: number): void;
}

/**
 * Simulates a seed from its checkpoint, if one is kept, and keeps others while it runs, each in the place of the one before; saving the
 * seed removes it. A disk without room for a checkpoint costs what it would have saved and nothing else.
 */
export async function simulateKept(
  desk: Desk,
  seed: string,
  onFrame: (frame: Frame) => void,
  { store, spec, stored, everyMs, resumed }: Checkpoints,
): Promise<SeedResult> {
  let last = Promise.resolve();
  let hasRoom = true;
  const save = async (checkpoint: KeptCheckpoint): Promise<void> => {
    if (!hasRoom) return;
    try {
      await store.saveCheckpoint(stored, seed, checkpoint);
    } catch (thrown) {
      if (!isUnwritable(thrown)) throw thrown;
      hasRoom = false;
    }
  };
  const keep = (bytes: Uint8Array, done: number): Promise<void> => {
    last = last.then(() => save({ bytes, done }));
    return last;
  };
  const simulate = (from?: KeptCheckpoint): Promise<SeedResult> => {
    const checkpoint = from === undefined ? {} : { checkpoint: from.bytes };
    return desk.simulate({ spec, seed, checkpointEveryMs: everyMs, ...checkpoint }, onFrame, keep);
  };
  const kept = await store.checkpoint(stored.specDigest, seed);
  if (kept !== undefined) resumed(kept.done);
  try {
    return await simulate(kept).catch((thrown: unknown) => {
      if (kept === undefined || !toProblem(thrown).code.startsWith('checkpoint.')) throw thrown;
      return simulate();
    });
  } finally {
    // None may reach the disk behind the seed itself.
    await last;
  }
}
