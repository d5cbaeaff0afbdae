import { transfer } from 'comlink';
import type { Engine } from '../contract/engine.ts';
import { StudioError } from '../contract/errors.ts';
import type { Moment, SeedResult } from '../contract/run.ts';
import { buffersOf, createFrameSender } from './frame-sender.ts';
import { loadEngine } from './load-engine.ts';
import type { Endpoint, FrameSink, Job } from './protocol.ts';
import { createRunControl, type RunControl } from './run-control.ts';
import { openTurns } from './turns.ts';

/** Milliseconds of work between two looks at the messages: short enough for a cancel to feel immediate. */
const slice = 12;

/** What runs inside every worker, whichever platform it is on. */
export function createEndpoint(): Endpoint {
  const control = createRunControl();
  let engine: Engine | undefined;
  let busy = false;
  return {
    async load(engineUrl) {
      engine = await loadEngine(engineUrl);
    },
    async simulate(job, onFrame) {
      if (engine === undefined) throw new Error('simulate was called before load');
      if (busy) throw new Error('a worker does one job at a time');
      busy = true;
      control.begin();
      try {
        return await simulate(engine, job, onFrame, control);
      } catch (error) {
        throw isOutOfMemory(error) ? outOfMemory(job.seed) : error;
      } finally {
        busy = false;
      }
    },
    pause: control.pause,
    resume: control.resume,
    step: control.step,
    cancel: control.cancel,
  };
}

async function simulate(
  engine: Engine,
  job: Job,
  onFrame: FrameSink,
  control: RunControl,
): Promise<SeedResult> {
  const turns = openTurns();
  const frames = createFrameSender(job.seed, onFrame);
  try {
    const run = engine.simulate(job.spec, job.seed, job.checkpoint);
    let moment: Moment | undefined;
    for (;;) {
      await turns.next();
      if (control.paused && moment !== undefined) frames.flush(moment);
      const next = advance(run, await control.allowed());
      if (next.done === true) {
        await frames.settled();
        return transfer(next.value, buffersOf(next.value.columns));
      }
      moment = next.value;
      frames.offer(moment);
    }
  } finally {
    frames.close();
    turns.close();
  }
}

type Run = ReturnType<Engine['simulate']>;

/** One tick, or as many as a slice has time for. */
function advance(run: Run, allowed: 'slice' | 'tick'): IteratorResult<Moment, SeedResult> {
  const end = performance.now() + slice;
  let next = run.next();
  while (allowed === 'slice' && next.done !== true && performance.now() < end) next = run.next();
  return next;
}

/** V8 and the others report typed arrays that do not fit only in words. */
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof RangeError &&
  /allocation failed|array buffer|typed array length|out of memory/i.test(error.message);

const outOfMemory = (seed: string): StudioError =>
  new StudioError({
    code: 'run.out-of-memory',
    message: `Seed ${seed} needs more memory than there is.`,
    hint: 'Simulate fewer rows, or with fewer workers at a time.',
    where: `seed ${seed}`,
  });
