import type { JobKind } from '../../../main/api/jobs/experiment-asked.ts';
import type { JobView } from '../../../main/api/jobs/jobs-api.ts';
import type { Command } from '../../state/command.ts';
import { askedOf, type FormRead } from '../../state/explore/asked-of.ts';
import { formKey } from '../../state/explore/explore.ts';
import { exploreTabs, tabIn } from '../../state/explore/explore-form.ts';
import { isActive } from '../../state/explore/jobs.ts';
import { pointEdits } from '../../state/explore/point-edits.ts';
import type { Studio } from '../../state/studio.ts';

/** What the form that is shown asks; undefined where none is. */
function formOf({ location, explore, drafts }: Studio): FormRead | undefined {
  const { screen, scenario, search } = location.get();
  if (screen !== 'explore' || scenario === undefined) return undefined;
  const kind = tabIn(search);
  const [form, draft] = [explore.forms.get().get(formKey(scenario, kind)), drafts.all.get().get(scenario)];
  if (form === undefined || draft === undefined) return undefined;
  const { text, card } = draft.good;
  return askedOf(kind, { id: scenario, title: card.title, text }, form);
}

/** The job that is shown: the one that the address names. */
function jobOf({ location, explore }: Studio): JobView | undefined {
  const { screen, search } = location.get();
  const id = search?.job;
  return screen === 'explore' ? explore.jobs.all.get()?.find((job) => job.id === id) : undefined;
}

const onJob = (
  what: 'pause' | 'resume' | 'cancel' | 'remove',
  title: string,
  keywords: readonly string[],
  states: readonly JobView['state'][],
): Command => ({
  id: `explore.${what}`,
  title,
  keywords: ['job', 'experiment', ...keywords],
  enabled(studio) {
    const job = jobOf(studio);
    return job !== undefined && states.includes(job.state);
  },
  async run(studio) {
    const job = jobOf(studio);
    if (job === undefined) return;
    await studio.explore.jobs.tell(what, job.id);
    const { search, ...place } = studio.location.get();
    const { job: _, ...others } = search ?? {};
    if (what === 'remove') studio.location.go({ ...place, search: others });
  },
});

const openTab = (kind: JobKind, title: string): Command => ({
  id: `explore.${kind}`,
  title: `Explore: ${title}`,
  keywords: ['experiment', 'many runs', kind],
  enabled: () => true,
  run({ location, recent }) {
    const scenario = location.get().scenario ?? recent.get()[0];
    location.go({
      screen: 'explore',
      ...(scenario === undefined ? {} : { scenario }),
      search: { tab: kind },
    });
  },
});

/** Experiments of the Explore screen. */
export const exploreCommands: readonly Command[] = [
  ...exploreTabs.map(({ kind, title }) => openTab(kind, title)),
  {
    id: 'explore.start',
    title: 'Start this experiment',
    keywords: ['job', 'sweep', 'fit', 'search'],
    enabled: (studio) => formOf(studio)?.ok === true,
    async run(studio) {
      const read = formOf(studio);
      if (read?.ok !== true) return;
      const { location, explore } = studio;
      const job = await explore.jobs.start(read.asked);
      const { scenario } = read.asked;
      location.go({ screen: 'explore', scenario, search: { tab: job.kind, job: job.id } });
    },
  },
  onJob('pause', 'Pause this experiment', ['stop', 'wait'], ['running', 'queued']),
  onJob(
    'resume',
    'Resume this experiment',
    ['go on', 'continue', 'retry'],
    ['paused', 'failed', 'cancelled'],
  ),
  onJob('cancel', 'Cancel this experiment', ['stop'], ['running', 'queued', 'paused']),
  onJob('remove', 'Remove this experiment', ['delete'], ['done', 'failed', 'cancelled', 'paused']),
  {
    id: 'explore.use-point',
    title: 'Use this point',
    keywords: ['candidate', 'values', 'draft', 'apply'],
    enabled: ({ explore }) => explore.point.get() !== undefined,
    async run({ explore, drafts, location, toasts }) {
      const chosen = explore.point.get();
      if (chosen === undefined) return;
      const { scenario, point, from } = chosen;
      const { good } = await drafts.open(scenario);
      await drafts.edit(scenario, pointEdits(point, good.parameters, from));
      location.go({ screen: 'design', scenario });
      const values = point.length === 1 ? '1 value' : `${point.length} values`;
      toasts.say({ text: `${values} of the draft are those of this point. Undo takes them back.` });
    },
  },
  {
    id: 'explore.apply-fit',
    title: 'Apply as new scenario',
    keywords: ['calibrate', 'save', 'fitted'],
    enabled: ({ explore }) => explore.fitted.get() !== undefined,
    run({ explore }) {
      explore.naming.set(explore.fitted.get());
    },
  },
  {
    id: 'explore.show-job',
    title: 'Show the latest experiment',
    keywords: ['job', 'result'],
    enabled: ({ explore }) => (explore.jobs.all.get()?.length ?? 0) > 0,
    run({ explore, location }) {
      const all = explore.jobs.all.get() ?? [];
      const job = all.find(isActive) ?? all[0];
      if (job === undefined) return;
      const { scenario, kind, id } = job;
      location.go({ screen: 'explore', scenario, search: { tab: kind, job: id } });
    },
  },
];
