import { StudioError } from '../../../sim-core/contract/errors.ts';

/** Thrown by a job whose signal was aborted, after what had finished is kept. */
export const cancelled = (): StudioError =>
  new StudioError({
    code: 'experiment.cancelled',
    message: 'It was stopped before all runs were over.',
    hint: 'Resume it: what has run is kept.',
  });
