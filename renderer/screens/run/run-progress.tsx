import type { ReactElement } from 'react';
import { isOpen, type RunSnapshot } from '../../sim/run-snapshot.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { duration, isoDay } from '../../ui/time-format.ts';

/** How far a run is, and how long it still takes. */
export function RunProgress({ snapshot }: { readonly snapshot: RunSnapshot }): ReactElement {
  return (
    <div className="run-progress">
      {isOpen(snapshot) && <ProgressBar label="Progress of the run" share={snapshot.progress} />}
      <p className="small">{progressText(snapshot)}</p>
    </div>
  );
}

/** "43 % · 12 s left · 3 of 8 seeds · 2 workers". */
export function progressText(snapshot: RunSnapshot): string {
  const { state, progress, secondsLeft, results, failures, request, workers, live } = snapshot;
  const seeds = `${results.length} of ${request.seeds.length} seeds`;
  const failed = failures.length > 0 ? [`${failures.length} failed`] : [];
  if (state === 'done') {
    const took = workers === 0 ? 'known from before' : `in ${duration(snapshot.seconds)}`;
    return [`Done: ${seeds} ${took}`, ...failed].join(' · ');
  }
  if (state === 'cancelled') {
    const rest = results.length === 0 ? 'none had finished' : 'a new run goes on from them';
    return [`Cancelled: ${seeds} kept, ${rest}`, ...failed].join(' · ');
  }
  const percent = `${Math.floor(progress * 100)} %`;
  if (state === 'paused') {
    const days = live.map(
      ({ seed, done }) => `seed ${seed} at ${isoDay(request.spec.startDay + done - 1)} (day ${done})`,
    );
    return ['Paused', percent, ...days.slice(0, 4)].join(' · ');
  }
  const left = secondsLeft === undefined ? [] : [`${duration(secondsLeft)} left`];
  return [percent, ...left, seeds, ...failed, workers === 1 ? '1 worker' : `${workers} workers`].join(' · ');
}
