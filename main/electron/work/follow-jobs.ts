import type { JobView } from '../../api/jobs/jobs-api.ts';
import { isActive, type WorkList } from './work.ts';

/** Between two looks while an experiment runs, in milliseconds. */
const often = 1000;

/** Routes after which there may be an experiment that runs. */
const starting: ReadonlySet<unknown> = new Set(['jobs.start', 'jobs.resume', 'projects.open']);

interface Following {
  readonly work: WorkList;
  /** The experiments of the open project. */
  list(): Promise<readonly JobView[]>;
}

/** Looks at the experiments as long as one of them runs; otherwise nothing is done. Tell it what the page calls. */
export function followJobs({ work, list }: Following): (route: unknown) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    // A project whose folder has gone has no experiments that run.
    const jobs = await list().catch(() => []);
    work.setJobs(jobs);
    clearTimeout(timer);
    if (jobs.some(isActive)) timer = setTimeout(() => void look(), often);
  };
  return (route) => {
    if (starting.has(route)) void look();
  };
}
