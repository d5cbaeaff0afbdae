import { StudioError } from '../../../sim-core/contract/errors.ts';

/** Thrown where somebody ended work before all its runs were over; `kept`: a store holds those that were. */
export const cancelled = (kept: boolean): StudioError =>
  new StudioError({
    code: 'experiment.cancelled',
    message: 'It was cancelled before all runs were over.',
    hint: kept
      ? 'Start it again: what has run is kept.'
      : 'Nothing of it is kept: started again, it begins anew.',
  });
