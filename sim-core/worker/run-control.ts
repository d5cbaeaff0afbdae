import { StudioError } from '../contract/errors.ts';

/** The switches of a run, which it looks at between slices. */
export interface RunControl {
  readonly paused: boolean;
  pause(): void;
  resume(): void;
  step(): void;
  cancel(): void;
  /** Forgets what was asked of the job before; a pause stays. */
  begin(): void;
  /** How far the run may go now; waits while paused. Throws `run.cancelled`. */
  allowed(): Promise<'slice' | 'tick'>;
}

export function createRunControl(): RunControl {
  let paused = false;
  let steps = 0;
  let cancelled = false;
  let wake = () => {};
  return {
    get paused() {
      return paused;
    },
    pause() {
      paused = true;
    },
    resume() {
      paused = false;
      steps = 0;
      wake();
    },
    step() {
      if (!paused) return;
      steps += 1;
      wake();
    },
    cancel() {
      cancelled = true;
      wake();
    },
    begin() {
      steps = 0;
      cancelled = false;
    },
    async allowed() {
      while (paused && steps === 0 && !cancelled) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (cancelled) throw new StudioError({ code: 'run.cancelled', message: 'The run was cancelled.' });
      if (!paused) return 'slice';
      steps -= 1;
      return 'tick';
    },
  };
}
