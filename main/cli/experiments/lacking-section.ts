import { StudioError } from '../../../sim-core/contract/errors.ts';

/** Told where an experiment file lacks what a command reads; `page` of docs/how-to shows a whole file. */
export const lackingSection = (key: string, what: string, page: string, where: string): StudioError =>
  new StudioError({
    code: 'experiment.incomplete',
    message: `The experiment has no ${key}: ${what}.`,
    hint: `docs/how-to/${page} shows a whole file.`,
    where,
  });
