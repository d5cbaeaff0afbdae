import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useMemo } from 'react';
import type { JobKind } from '../../../main/api/jobs/experiment-asked.ts';
import type { JobView } from '../../../main/api/jobs/jobs-api.ts';
import { isEdited } from '../../state/drafts.ts';
import { jobDetail } from '../../state/explore/job-queries.ts';
import { attempt } from '../../state/perform.ts';
import { PlaceLink } from '../../state/place-link.tsx';
import { ScenarioProblem } from '../../state/scenario-problem.tsx';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { ExperimentForm } from './form/experiment-form.tsx';
import { JobList } from './jobs/job-list.tsx';
import { JobPane } from './jobs/job-pane.tsx';
import { type OpenForm, useForm } from './use-form.ts';

interface ExploreTabProps {
  readonly kind: JobKind;
  readonly asks: string;
  readonly scenario: string;
  /** The job that is shown. */
  readonly job: string | undefined;
}

/** One kind of experiment: what is asked, on the left; the jobs of the project and what came of one, on the right. */
export function ExploreTab({ kind, asks, scenario, job }: ExploreTabProps): ReactElement {
  const studio = useStudio();
  const { explore } = studio;
  const jobs = useStore(explore.jobs.all);
  useEffect(() => void attempt(studio, () => explore.jobs.refresh()), [studio, explore]);
  const mattering = useMattering(scenario);
  const { open, problem, again } = useForm(scenario, kind, mattering);
  const shown = jobs?.find(({ id }) => id === job);
  return (
    <div className="explore-columns">
      <section className="explore-ask" aria-label="What is asked">
        <h1>{asks}</h1>
        {open !== undefined && <AboutScenario open={open} />}
        {problem !== undefined && <ScenarioProblem problem={problem} again={again} />}
        {open === undefined ? (
          problem === undefined && <p className="muted">Reading the scenario…</p>
        ) : (
          <ExperimentForm kind={kind} open={open} />
        )}
      </section>
      <section className="explore-answers" aria-label="Experiments of this project">
        <JobList jobs={jobs} shown={shown?.id} />
        {shown === undefined ? (
          <NothingShown any={(jobs?.length ?? 0) > 0} />
        ) : (
          <JobPane job={shown} open={open} />
        )}
      </section>
    </div>
  );
}

function AboutScenario({ open: { draft } }: { readonly open: OpenForm }): ReactElement {
  const { scenario, good } = draft;
  return (
    <p className="small muted">
      of <PlaceLink to={{ screen: 'design', scenario }}>{good.card.title}</PlaceLink>
      {isEdited(draft) && ', as you have edited it'}
      {draft.problems.length > 0 && ' (its text has problems: the last good one is taken)'}
    </p>
  );
}

function NothingShown({ any }: { readonly any: boolean }): ReactElement {
  return (
    <p className="explore-nothing muted">
      {any
        ? 'Choose an experiment above to see what came of it.'
        : 'What an experiment costs stands beside its form, before it is started. Its results appear here while it runs.'}
    </p>
  );
}

const none: readonly string[] = [];

/** What the last sensitivity analysis of the scenario found: where a calibration or a sweep best begins. */
function useMattering(scenario: string): readonly string[] {
  const { client, explore } = useStudio();
  const last = useStore(explore.jobs.all)?.find(
    (job) => job.kind === 'sensitivity' && job.scenario === scenario && job.state === 'done',
  );
  const { data } = useQuery({ ...jobDetail(client, last ?? noJob), enabled: last !== undefined });
  const result = data?.result;
  return useMemo(
    () =>
      result?.kind === 'sensitivity'
        ? result.factors.filter(({ matters }) => matters).map(({ path }) => path)
        : none,
    [result],
  );
}

const noJob: JobView = {
  id: '',
  kind: 'sweep',
  title: '',
  scenario: '',
  state: 'done',
  startedAt: 0,
  results: 0,
  command: '',
  progress: { runs: 0, of: 0, stored: 0 },
};
