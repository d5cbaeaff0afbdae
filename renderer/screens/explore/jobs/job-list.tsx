import type { ReactElement } from 'react';
import type { JobView } from '../../../../main/api/jobs/jobs-api.ts';
import { isActive } from '../../../state/explore/jobs.ts';
import { PlaceLink } from '../../../state/place-link.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { stateWords } from './job-words.ts';

interface JobListProps {
  /** Undefined until they are known. */
  readonly jobs: readonly JobView[] | undefined;
  readonly shown: string | undefined;
}

/** The experiments of the project, of every kind, the latest first. */
export function JobList({ jobs, shown }: JobListProps): ReactElement | null {
  if (jobs === undefined || jobs.length === 0) return null;
  return (
    <nav className="job-list" aria-label="Experiments">
      <ul>
        {jobs.map((job) => (
          <li key={job.id} data-state={job.state}>
            <PlaceLink
              to={{ screen: 'explore', scenario: job.scenario, search: { tab: job.kind, job: job.id } }}
              aria-current={job.id === shown ? 'true' : undefined}
            >
              <span className="job-title">{job.title}</span>
              <span className="small muted">{stateWords(job)}</span>
              {isActive(job) && (
                <ProgressBar
                  label={`Progress of ${job.title}`}
                  share={job.progress.of === 0 ? 0 : Math.min(1, job.progress.runs / job.progress.of)}
                />
              )}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
