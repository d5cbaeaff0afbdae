import { releaseProxy } from 'comlink';
import type { Frame, Moment } from '../contract/run.ts';
import { now } from './clock.ts';
import type { FrameSink } from './protocol.ts';

/** Milliseconds between frames. */
const interval = 100;

/** Sends what is new of one run, no faster than it can be taken. */
export interface FrameSender {
  /** Sends the new rows if the last frame was taken and is 100 ms old. */
  offer(moment: Moment): void;
  /** Sends the new rows, if there are any. */
  flush(moment: Moment): void;
  /** Resolves when the last frame has arrived; rejects if the receiver failed on one. */
  settled(): Promise<void>;
  /** Lets go of the receiver. */
  close(): void;
}

export function createFrameSender(seed: string, onFrame: FrameSink): FrameSender {
  let sent = 0;
  let sentAt = now();
  let arrived = true;
  let last: Promise<void> = Promise.resolve();
  let failure: { readonly thrown: unknown } | undefined;

  const send = (moment: Moment): void => {
    const frame = frameOf(seed, sent, moment);
    sent = moment.done;
    sentAt = now();
    arrived = false;
    // Copied, not transferred: once V8 has seen a buffer leave, every typed-array loop of the worker checks for it.
    last = Promise.resolve(onFrame(frame)).then(
      () => {
        arrived = true;
      },
      (thrown: unknown) => {
        failure ??= { thrown };
      },
    );
  };

  return {
    offer(moment) {
      if (arrived && now() - sentAt >= interval && moment.done > sent) send(moment);
    },
    flush(moment) {
      if (moment.done > sent) send(moment);
    },
    async settled() {
      await last;
      if (failure !== undefined) throw failure.thrown;
    },
    close() {
      onFrame[releaseProxy]?.();
    },
  };
}

const frameOf = (seed: string, from: number, { done, ticks, columns }: Moment): Frame => ({
  seed,
  from,
  done,
  ticks,
  columns: columns.map((column) => column.slice(from, done)),
});
