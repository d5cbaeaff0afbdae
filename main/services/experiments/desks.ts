import type { Described } from '../../../sim-core/contract/engine.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Code } from '../../../sim-core/contract/extension.ts';
import type { Frame, SeedResult } from '../../../sim-core/contract/run.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import { createLane, type Lane } from '../../../sim-core/worker/lane.ts';
import type { CheckpointSink, Job } from '../../../sim-core/worker/protocol.ts';
import { spawnNode } from '../../../sim-core/worker/spawn-node.ts';
import type { Installation } from '../installation.ts';
import type { StoredSpec } from './stored-manifest.ts';

/** A worker's place that one seed at a time may take. */
export interface Desk {
  describedOf(spec: ScenarioSpec): Promise<Described>;
  simulate(job: Job, onFrame: (frame: Frame) => void, keep?: CheckpointSink): Promise<SeedResult>;
  /** Where the work is done by others: has the seed simulated and kept in the store, failed or not, and reads it from there. */
  simulateInStore?(spec: StoredSpec, seed: string, onFrame: (frame: Frame) => void): Promise<SeedResult>;
  /** Ends the seed in hand, or the one that comes before the place is given back. */
  cancel(): void;
  /** True where the last try to start a worker here failed: the next seed would fare no better. */
  cannotStart(): boolean;
  /** Gives the place back. */
  release(): void;
}

/** Places for as many workers as there may be at a time. */
export interface Desks {
  readonly size: number;
  /** A place that is free, its worker loaded with these modules of a project; undefined where all are taken. */
  free(code: readonly Code[] | undefined): Desk | undefined;
  /** Ends the seeds in hand, and any that come after. */
  cancel(): void;
  /** Ends the workers. */
  close(): void;
}

interface Place {
  lane: Lane | undefined;
  /** Which modules the worker of the lane has loaded. */
  code: string;
  taken: boolean;
}

const nameOf = (code: readonly Code[]): string => code.map(({ id }) => id).join(' ');

export function createDesks(
  { workerUrl, engineUrl }: Installation,
  size: number,
  engine?: { readonly text: string },
): Desks {
  const places: Place[] = Array.from({ length: size }, () => ({ lane: undefined, code: '', taken: false }));

  let cancelled = false;

  /** The lane of a place, made anew where the worker that it has knows other modules. */
  const laneAt = (place: Place, code: readonly Code[]): Lane => {
    const name = nameOf(code);
    if (place.lane !== undefined && place.code === name) return place.lane;
    place.lane?.close();
    place.code = name;
    const other = engine === undefined ? {} : { engineText: engine.text };
    place.lane = createLane(spawnNode({ workerUrl, engineUrl, code, ...other }));
    return place.lane;
  };

  return {
    size,
    free(code = []) {
      const unused = places.filter(({ taken }) => !taken);
      const place = unused.find((each) => each.code === nameOf(code)) ?? unused[0];
      if (place === undefined) return undefined;
      place.taken = true;
      const lane = laneAt(place, code);
      let started = false;
      let cancelledHere = false;
      const ready = async (): Promise<void> => {
        started = false;
        await lane.ready();
        started = true;
        // A worker that was starting when the others were cancelled had nothing in hand to be cancelled.
        if (cancelled || cancelledHere)
          throw new StudioError({ code: 'run.cancelled', message: 'The run was cancelled.' });
      };
      return {
        async describedOf(spec) {
          await ready();
          return await lane.describedOf(spec);
        },
        async simulate(job, onFrame, keep) {
          await ready();
          return await lane.simulate(job, onFrame, keep);
        },
        cancel() {
          cancelledHere = true;
          lane.cancel();
        },
        cannotStart: () => !started,
        release() {
          place.taken = false;
        },
      };
    },
    cancel() {
      cancelled = true;
      for (const { lane } of places) lane?.cancel();
    },
    close() {
      for (const { lane } of places) lane?.close();
    },
  };
}
