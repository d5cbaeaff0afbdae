import type { ExtendedEngine, Simulator } from '../contract/engine.ts';
import { StudioError } from '../contract/errors.ts';
import type { Code } from '../contract/extension.ts';
import type { Moment, SeedResult } from '../contract/run.ts';
import { createCheckpointSender } from './checkpoint-sender.ts';
import { now } from './clock.ts';
import { createFrameSender } from './frame-sender.ts';
import { loadEngine } from './load-engine.ts';
import type { CheckpointSink, Endpoint, FrameSink, Job } from './protocol.ts';
import { createRunControl, type RunControl } from './run-control.ts';
import { openTurns } from './turns.ts';

/** Milliseconds of work between two looks at the messages: short enough for a cancel to feel immediate. */
const slice = 12;

/** Loads the engine with the modules of a project: the part of a worker that differs between platforms. */
export type Extend = (
  engineUrl: string,
  code: readonly Code[],
  engineText?: string,
) => Promise<ExtendedEngine>;

const refuseCode: Extend = async (_, [code]) => {
  throw new StudioError({
    code: 'extension.elsewhere',
    message: `${code?.name ?? 'Another engine'} cannot be run here.`,
    hint: "A project's own mechanisms run on the command line.",
  });
};

/** What runs inside every worker, whichever platform it is on. */
export function createEndpoint(extend: Extend = refuseCode): Endpoint {
  const control = createRunControl();
  let engine: Simulator | undefined;
  let performed: ExtendedEngine['performed'] = () => [];
  let busy = false;
  return {
    async load(engineUrl, code = [], engineText) {
      if (code.length === 0 && engineText === undefined) {
        engine = await loadEngine(engineUrl);
        return [];
      }
      const extended = await extend(engineUrl, code, engineText);
      engine = extended;
      performed = extended.performed;
      return extended.declarations;
    },
    async performed() {
      return performed();
    },
    async describedOf(spec) {
      if (engine === undefined) throw new Error('describedOf was called before load');
      return engine.describedOf(spec);
    },
    async simulate(job, onFrame, keep) {
      if (engine === undefined) throw new Error('simulate was called before load');
      if (busy) throw new Error('a worker does one job at a time');
      busy = true;
      control.begin();
      try {
        return await simulate(engine, job, { onFrame, keep }, control);
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
  engine: Simulator,
  job: Job,
  { onFrame, keep }: { readonly onFrame: FrameSink; readonly keep: CheckpointSink | undefined },
  control: RunControl,
): Promise<SeedResult> {
  const turns = openTurns();
  const frames = createFrameSender(job.seed, onFrame);
  const { checkpointEveryMs } = job;
  const checkpoints =
    keep === undefined || checkpointEveryMs === undefined
      ? undefined
      : createCheckpointSender(checkpointEveryMs, keep);
  try {
    const run = engine.simulate(job.spec, job.seed, job.checkpoint);
    let moment: Moment | undefined;
    for (;;) {
      await turns.next();
      if (control.paused && moment !== undefined) frames.flush(moment);
      const allowed = await control.allowed();
      let next: IteratorResult<Moment, SeedResult>;
      try {
        next = advance(run, allowed, (latest) => {
          moment = latest;
        });
      } catch (error) {
        // Where a rule stops the run, who watches sees how far it came.
        if (moment !== undefined) frames.flush(moment);
        await frames.settled();
        throw error;
      }
      if (next.done === true) {
        await frames.settled();
        return next.value;
      }
      moment = next.value;
      frames.offer(moment);
      checkpoints?.offer(moment);
    }
  } finally {
    frames.close();
    checkpoints?.close();
    turns.close();
  }
}

type Run = ReturnType<Simulator['simulate']>;

/** One tick, or as many as a slice has time for; `saw` is told each but the last, in case the next one fails. */
function advance(
  run: Run,
  allowed: 'slice' | 'tick',
  saw: (moment: Moment) => void,
): IteratorResult<Moment, SeedResult> {
  const end = now() + slice;
  let next = run.next();
  while (allowed === 'slice' && next.done !== true && now() < end) {
    saw(next.value);
    next = run.next();
  }
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
