import type { JobView } from '../../../../main/api/jobs/jobs-api.ts';
import { fullNumber } from '../../../ui/number-format.ts';
import { duration } from '../../../ui/time-format.ts';

/** How far a job is, in a line. */
export function stateWords({ id, state, progress }: JobView): string {
  const { runs, of, leftMs } = progress;
  const share = of === 0 ? '' : `${Math.floor((100 * runs) / of)} %`;
  const left = leftMs === undefined ? '' : `, ${duration(leftMs / 1000)} left`;
  const done = `${fullNumber(runs)} of ${fullNumber(of)} runs`;
  switch (state) {
    case 'queued':
      return `${id} · waits for the one before it`;
    case 'running':
      return `${id} · ${share} · ${done}${left}`;
    case 'paused':
      return `${id} · paused at ${share === '' ? 'its beginning' : share}`;
    case 'done':
      return `${id} · done, ${fullNumber(runs)} runs`;
    case 'failed':
      return `${id} · failed`;
    case 'cancelled':
      return `${id} · cancelled after ${fullNumber(runs)} runs`;
  }
}
