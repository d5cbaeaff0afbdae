import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { JobDetail, JobView } from '../../../../main/api/jobs/jobs-api.ts';
import { toProblem } from '../../../../sim-core/contract/errors.ts';
import { CommandButton } from '../../../state/command-button.tsx';
import { jobDetail } from '../../../state/explore/job-queries.ts';
import { isActive } from '../../../state/explore/jobs.ts';
import { attempt } from '../../../state/perform.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { ResultView } from '../results/result-view.tsx';
import type { OpenForm } from '../use-form.ts';
import { stateWords } from './job-words.ts';

interface JobPaneProps {
  readonly job: JobView;
  readonly open: OpenForm | undefined;
}

/** One job: how far it is, what can be done with it, and what came of it or what is known so far. */
export function JobPane({ job, open }: JobPaneProps): ReactElement {
  const { client } = useStudio();
  const { data: detail, error } = useQuery({ ...jobDetail(client, job), placeholderData: keepPreviousData });
  // The answer to another job may still be here while this one's is on its way.
  const its = detail?.job.id === job.id ? detail : undefined;
  return (
    <article className="job-pane" aria-label={job.title}>
      <header className="job-head">
        <div>
          <h2>{job.title}</h2>
          <p className="small muted">{stateWords(job)}</p>
        </div>
        <JobButtons job={job} />
      </header>
      {job.problem !== undefined && (
        <ProblemNote problem={job.problem} kind={job.state === 'failed' ? 'error' : 'warning'} />
      )}
      {error !== null && its === undefined && <ProblemNote problem={toProblem(error)} />}
      {its?.result !== undefined && (
        <ResultView job={job} result={its.result} open={open} partial={job.state !== 'done'} />
      )}
      {its !== undefined && its.result === undefined && isActive(job) && (
        <p className="muted">Nothing to show yet: the first results come in a moment.</p>
      )}
      {its !== undefined && <HowToRepeat detail={its} />}
    </article>
  );
}

function JobButtons({ job: { state } }: { readonly job: JobView }): ReactElement {
  const active = state === 'queued' || state === 'running';
  return (
    <div className="job-buttons">
      {active && (
        <CommandButton command="explore.pause" icon="pause">
          Pause
        </CommandButton>
      )}
      {!active && state !== 'done' && (
        <CommandButton command="explore.resume" icon="play">
          {state === 'failed' ? 'Try again' : 'Resume'}
        </CommandButton>
      )}
      {(active || state === 'paused') && (
        <CommandButton command="explore.cancel" icon="cancel">
          Cancel
        </CommandButton>
      )}
      {!active && (
        <CommandButton command="explore.remove" kind="quiet">
          Remove
        </CommandButton>
      )}
    </div>
  );
}

/** The command line that repeats it, and the file that it reads. */
function HowToRepeat({ detail: { job, text } }: { readonly detail: JobDetail }): ReactElement {
  const studio = useStudio();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void attempt(studio, async () => {
      await navigator.clipboard.writeText(job.command);
      setCopied(true);
    });
  return (
    <details className="job-repeat">
      <summary>Repeat it on a command line</summary>
      <p>
        <code>{job.command}</code>{' '}
        <Button kind="quiet" onClick={copy}>
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </p>
      <p className="small muted">
        In the folder of the project. It takes what has run from the project’s store, so it ends at once with
        the same numbers. This is its file, experiments/{job.id}.yaml:
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <pre className="small" tabIndex={0}>
        {text}
      </pre>
    </details>
  );
}
