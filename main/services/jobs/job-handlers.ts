import type { JobsApi } from '../../api/jobs/jobs-api.ts';
import { jobChoices } from './job-choices.ts';
import { createJobKeeper, type JobKeeperParts } from './job-keeper.ts';
import { recordReadFor } from './read-given-record.ts';

/** Experiments as screens start, follow and stop them. */
export function jobHandlers(parts: JobKeeperParts): JobsApi {
  const { installation, projects } = parts;
  const jobs = createJobKeeper(parts);
  const documentOf = async (scenario: string, text: string) =>
    await jobs.scenarios.given(await projects.folder(), scenario, text);
  return {
    'jobs.choices': async ({ scenario, text }) =>
      await jobChoices(await documentOf(scenario, text), installation),
    'jobs.estimate': async (asked) => await jobs.estimate(asked),
    'jobs.start': async (asked) => await jobs.start(asked),
    'jobs.list': async () => await jobs.list(),
    'jobs.get': async ({ id }) => await jobs.get(id),
    'jobs.pause': async ({ id }) => await jobs.pause(id),
    'jobs.resume': async ({ id }) => await jobs.resume(id),
    'jobs.cancel': async ({ id }) => await jobs.cancel(id),
    'jobs.remove': async ({ id }) => await jobs.remove(id),
    'data.read': async ({ scenario, text, ...asked }) =>
      await recordReadFor(await documentOf(scenario, text), asked, installation),
  };
}
