import type { JobAsked } from '../../../main/api/jobs/experiment-asked.ts';
import type { JobView } from '../../../main/api/jobs/jobs-api.ts';
import type { Client } from '../../client/client.ts';
import { createStore, type Store } from '../store.ts';

/** The experiments of the open project: they run in the studio's own process, whatever screen is shown. */
export interface Jobs {
  /** Undefined until they were asked for. */
  readonly all: Pick<Store<readonly JobView[] | undefined>, 'get' | 'subscribe'>;
  /** Asks for them now, and again while one of them runs. */
  refresh(): Promise<void>;
  start(asked: JobAsked): Promise<JobView>;
  /** Does one of these to a job. Rejects with a `StudioError`. */
  tell(what: 'pause' | 'resume' | 'cancel' | 'remove', id: string): Promise<void>;
  /** Called with a job that has just ended by itself. */
  onEnd(listener: (job: JobView) => void): void;
}

/** Between two questions while a job runs, in milliseconds. */
const often = 500;

export const isActive = ({ state }: JobView): boolean => state === 'queued' || state === 'running';

export function createJobs(client: Client): Jobs {
  const all = createStore<readonly JobView[] | undefined>(undefined);
  const listeners: ((job: JobView) => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = async (): Promise<void> => {
    clearTimeout(timer);
    const now = await client.call('jobs.list', {});
    // As it is known by now: of two questions that were under way at once, one alone tells of an end.
    const before = all.get() ?? [];
    all.set(now);
    for (const job of now) {
      const ran = before.find(({ id }) => id === job.id)?.state === 'running';
      if (ran && (job.state === 'done' || job.state === 'failed'))
        for (const listener of listeners) listener(job);
    }
    // A connection that is lost is told elsewhere; this asks on, so that it goes on when it is back.
    if (now.some(isActive)) timer = setTimeout(() => void refresh().catch(retry), often);
  };
  const retry = (): void => {
    timer = setTimeout(() => void refresh().catch(retry), 4 * often);
  };

  return {
    all,
    refresh,
    async start(asked) {
      const job = await client.call('jobs.start', asked);
      await refresh();
      return job;
    },
    async tell(what, id) {
      await client.call(`jobs.${what}`, { id });
      await refresh();
    },
    onEnd(listener) {
      listeners.push(listener);
    },
  };
}
