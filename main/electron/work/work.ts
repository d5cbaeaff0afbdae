import type { JobView } from '../../api/jobs/jobs-api.ts';
import type { RunNews } from '../../api/window/window-api.ts';

/** Something long that the studio computes: an experiment, or a run of the page. */
export interface Work {
  readonly id: string;
  readonly title: string;
  /** Done of it, 0 to 1; absent while nobody can tell. */
  readonly share?: number;
  /** When the desktop first saw it, in milliseconds since 1970. */
  readonly since: number;
  /** True where it goes on from what is kept after the studio was closed. */
  readonly resumes: boolean;
}

/** What is computed now, and whoever wants to know. */
export interface WorkList {
  now(): readonly Work[];
  /** Experiments are known to the desktop, whatever the page shows. */
  setJobs(jobs: readonly JobView[]): void;
  setRuns(runs: readonly RunNews[]): void;
  /** Called with the work there is and the work there was. */
  onChange(listener: (now: readonly Work[], before: readonly Work[]) => void): void;
}

/** True for an experiment that the person waits for. */
export const isActive = ({ state }: JobView): boolean => state === 'running' || state === 'queued';

export function createWorkList(clock: () => number = Date.now): WorkList {
  const listeners: ((now: readonly Work[], before: readonly Work[]) => void)[] = [];
  let jobs: readonly Work[] = [];
  let runs: readonly Work[] = [];
  const sinceOf = (id: string, before: readonly Work[]): number =>
    before.find((work) => work.id === id)?.since ?? clock();
  const change = (set: () => void): void => {
    const before = [...jobs, ...runs];
    set();
    for (const listener of listeners) listener([...jobs, ...runs], before);
  };
  return {
    now: () => [...jobs, ...runs],
    setJobs: (views) =>
      change(() => {
        jobs = views.filter(isActive).map(({ id, title, progress: { runs: done, of } }) => ({
          ...{ id, title, since: sinceOf(id, jobs), resumes: true },
          ...(of > 0 ? { share: Math.min(1, done / of) } : {}),
        }));
      }),
    setRuns: (news) =>
      change(() => {
        const before = runs;
        runs = news.map(({ id, title, share }) => {
          const known = `page:${id}`;
          return { id: known, title, share, since: sinceOf(known, before), resumes: false };
        });
      }),
    onChange: (listener) => listeners.push(listener),
  };
}
