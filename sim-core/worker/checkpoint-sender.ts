import { releaseProxy } from 'comlink';
import type { Moment } from '../contract/run.ts';
import { now as clockNow } from './clock.ts';
import type { CheckpointSink } from './protocol.ts';

/** A checkpoint may take this share of a run's time at most, with its way to where it is kept. */
const mostShare = 1 / 20;

/** Sends the state of one run now and then, no more often than is cheap. */
export interface CheckpointSender {
  /** Sends the state if the last one was taken and is old enough. */
  offer(moment: Moment): void;
  /** Lets go of the receiver. */
  close(): void;
}

/** `everyMs` is the least time between two, and before the first: a short run sends none. */
export function createCheckpointSender(everyMs: number, keep: CheckpointSink): CheckpointSender {
  let due = clockNow() + everyMs;
  let taken = true;
  const next = (since: number): void => {
    const now = clockNow();
    due = now + Math.max(everyMs, (now - since) / mostShare);
    taken = true;
  };
  return {
    offer(moment) {
      const now = clockNow();
      if (!taken || now < due) return;
      taken = false;
      // Copied, not transferred, as frames are. Who keeps it deals with its own failures: none of them is this run's.
      Promise.resolve(keep(moment.checkpoint(), moment.done)).then(
        () => next(now),
        () => next(now),
      );
    },
    close() {
      keep[releaseProxy]?.();
    },
  };
}
