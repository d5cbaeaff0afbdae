import type { ReactElement } from 'react';
import { fullNumber } from '../../../ui/number-format.ts';
import { duration } from '../../../ui/time-format.ts';
import type { Estimated } from '../use-estimate.ts';

type Cost = NonNullable<Estimated['cost']>;

/** Above this a person should know what they wait for; milliseconds. */
const longMs = 3_600_000;

/** What it takes and how it is answered, before it is started. */
export function EstimateNote({ cost, waiting }: Pick<Estimated, 'cost' | 'waiting'>): ReactElement {
  if (cost === undefined)
    return (
      <p className="estimate small muted" role="status">
        {waiting ? 'Working out what this takes…' : 'What it takes is told here when the form is complete.'}
      </p>
    );
  const { because, notes, durationMs } = cost;
  return (
    <div className="estimate" role="status" data-waiting={waiting}>
      <p>
        <strong>{costText(cost)}</strong>
      </p>
      {durationMs > longMs && (
        <p className="explore-wrong small">
          This is long. It can be paused, and goes on from what is kept; fewer seeds, values or runs make it
          shorter.
        </p>
      )}
      <p className="small muted">{because}</p>
      {notes.length > 0 && (
        <details className="small">
          <summary>What else to know</summary>
          {notes.map((note) => (
            <p key={note} className="muted">
              {note}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

function costText({ cases, runs, stored, durationMs, workers, bytes, atMost }: Cost): string {
  const seeds = cases === 0 ? 0 : Math.round(runs / cases);
  const asked = atMost
    ? `At most ${fullNumber(runs)} runs`
    : `${counted(cases, 'point')} × ${counted(seeds, 'seed')} = ${counted(runs, 'run')}`;
  if (stored >= runs) return `${asked}, all of them in the store: no time at all.`;
  const kept = stored === 0 ? '' : ` (${fullNumber(stored)} are in the store)`;
  const disk = bytes < 5e5 ? '' : `, ${bytesText(bytes)} on the disk`;
  return `${asked}${kept}: about ${duration(durationMs / 1000)} on ${counted(workers, 'core')}${disk}.`;
}

const counted = (count: number, what: string): string =>
  `${fullNumber(count)} ${what}${count === 1 ? '' : 's'}`;

const bytesText = (bytes: number): string =>
  bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
