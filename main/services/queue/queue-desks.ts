import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Frame, SeedResult } from '../../../sim-core/contract/run.ts';
import type { Desk, Desks } from '../experiments/desks.ts';
import type { RunStore } from '../experiments/run-store.ts';
import type { StoredSpec } from '../experiments/stored-manifest.ts';
import type { TaskLink } from './task-link.ts';

/** Seeds that stand in the queue at a time: enough for any number of workers to have something to do, and soon withdrawn. */
const ahead = 1024;

/** What ends the whole sweep, since no seed would fare better. */
const fatal = new Set([
  'file.unwritable',
  'file.no-room',
  'queue.other-store',
  'queue.own-code',
  'queue.engine',
  'queue.not-taken',
]);

/** A folder of a network may show a file later than the machine that wrote it. */
const lookEveryMs = 250;
const mostLooks = 240;

/** Places at the desks of workers on other machines: a seed that is given to one is asked of the queue, and its end read from the store. */
export function createQueueDesks(link: TaskLink, store: RunStore, engineId: string): Desks {
  let taken = 0;
  let broken = false;

  const endOf = async (specDigest: string, seed: string): Promise<SeedResult> => {
    for (let look = 1; ; look++) {
      const end = await store.read(specDigest, seed);
      if (end !== undefined && 'columns' in end) return end;
      if (end !== undefined) throw new StudioError(end.problem);
      if (look === mostLooks) throw notShown(store.folder);
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  };

  const simulateInStore = async (
    spec: StoredSpec,
    seed: string,
    onFrame: (frame: Frame) => void,
  ): Promise<SeedResult> => {
    const { specDigest } = spec;
    try {
      await store.enter(spec);
      await link.ask({ engineId, specDigest, seed }, (done, ticks) =>
        onFrame({ seed, from: done, done, ticks, columns: [] }),
      );
      return await endOf(specDigest, seed);
    } catch (thrown) {
      if (thrown instanceof StudioError && fatal.has(thrown.code)) {
        broken = true;
        // Those that still wait would fare no better: the sweep is not to wait for them.
        void link.withdraw();
      }
      throw thrown;
    }
  };

  const nowhere = (): never => {
    throw new Error('a seed of a queue is simulated in its store');
  };
  const desk: Desk = {
    simulateInStore,
    describedOf: nowhere,
    simulate: nowhere,
    cancel() {},
    cannotStart: () => broken,
    release() {
      taken -= 1;
    },
  };

  return {
    size: ahead,
    free() {
      if (taken >= ahead) return undefined;
      taken += 1;
      return desk;
    },
    cancel: () => void link.withdraw(),
    close() {},
  };
}

const notShown = (folder: string): StudioError =>
  new StudioError({
    code: 'queue.other-store',
    message: `A worker has kept a seed that ${folder} does not show.`,
    hint: 'Give sweep and workers the same shared folder with --store.',
    where: '--store',
  });
