import { queryOptions } from '@tanstack/react-query';
import { StudioError } from '../../sim-core/contract/errors.ts';
import type { Client } from '../client/client.ts';
import type { Studio } from './studio.ts';

/** The project that is open, and those that were. */
export const currentProject = (client: Client) =>
  queryOptions({ queryKey: ['project'], queryFn: () => client.call('projects.current', {}) });

/** Modules of the open project, and why they may not run. */
export const projectCode = (client: Client) =>
  queryOptions({ queryKey: ['project-code'], queryFn: () => client.call('projects.code', {}) });

/** What is read from files of a project: it is asked for again when they have changed. */
const fromProject = [
  ...['project', 'project-code', 'scenarios', 'scenario', 'model', 'runs'],
  ...['proposals', 'proposal-facts', 'publication'],
];

/** Looks at the files of the project again: they, or the project, have changed. */
export async function refreshProject({ queries, drafts }: Studio): Promise<void> {
  await Promise.all(fromProject.map((key) => queries.invalidateQueries({ queryKey: [key] })));
  await drafts.refresh();
}

/** Opens a folder as the project. Rejects with a `StudioError`, also while something runs: it is kept in the project that it was begun in. */
export async function openProject(studio: Studio, folder: string): Promise<void> {
  const { client, simulation, preview, compare, explore, keptRuns, drafts, proposals } = studio;
  const comparing = compare.comparing.state.get()?.state === 'running';
  if (simulation.busy() || comparing) throw underWay;
  // What was typed last, and what has just run, belong to the project that is left.
  await Promise.all([proposals.editing.flush(), keptRuns.flush()]);
  const { name } = await client.call('projects.open', { folder });
  for (const each of [simulation, preview, compare, keptRuns]) each.leave();
  await Promise.all([drafts.leave(), proposals.leave(), explore.leave()]);
  await refreshProject(studio);
  studio.location.go({ screen: 'library' });
  studio.toasts.say({ text: `${name} is open.` });
}

const underWay = new StudioError({
  code: 'project.busy',
  message: 'The project stays open: a run is under way, and will be kept in it.',
  hint: 'Wait until it is done, or cancel it.',
});
