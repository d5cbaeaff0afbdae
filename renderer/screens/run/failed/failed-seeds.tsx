import type { ReactElement } from 'react';
import type { SeedFailure } from '../../../../sim-core/contract/run.ts';
import type { RunSnapshot } from '../../../sim/run-snapshot.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { monthOf } from '../month.ts';
import { failureMoment } from './failure-moment.ts';
import './failed-seeds.css';

interface FailedSeedsProps {
  readonly snapshot: RunSnapshot;
  /** Titles of the mechanisms, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Most that are listed; one reason is seldom alone. */
const most = 50;

/** Seeds that stopped: when, at which mechanism, which rule was broken, and a way to look at that moment. Good seeds stay. */
export function FailedSeeds({ snapshot, titles }: FailedSeedsProps): ReactElement | null {
  const { failures, results } = snapshot;
  if (failures.length === 0) return null;
  const dated = failures.filter((failure) => failureMoment(failure) !== undefined);
  const other = failures.filter((failure) => failureMoment(failure) === undefined);
  const seeds = failures.length === 1 ? '1 seed' : `${failures.length} seeds`;
  const kept = results.length > 0 ? `; the ${results.length} that finished are kept` : '';
  return (
    <section className="failed-seeds" aria-label="Failed seeds">
      <h2>
        {seeds} failed{kept}
      </h2>
      {dated.length > 0 && (
        <table>
          <thead>
            <tr>
              {['Seed', 'Month', 'Day', 'Stopped at', 'Rule that broke', ''].map((name) => (
                <th key={name} scope="col">
                  {name === '' ? <span className="unseen">Look at it</span> : name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {dated.slice(0, most).map((failure) => (
              <FailedRow key={failure.seed} failure={failure} snapshot={snapshot} titles={titles} />
            ))}
          </tbody>
        </table>
      )}
      {dated.length > most && <p className="muted small">and {dated.length - most} more</p>}
      {groupsOf(other).map(({ failure, of }) => (
        <ProblemNote key={failure.problem.message} problem={failure.problem}>
          {of.length > 1 && <p className="muted small">Seeds {of.join(', ')}</p>}
        </ProblemNote>
      ))}
    </section>
  );
}

function FailedRow({
  failure,
  snapshot,
  titles,
}: FailedSeedsProps & { readonly failure: SeedFailure }): ReactElement | null {
  const { view, timeline } = useStudio();
  const moment = failureMoment(failure);
  if (moment === undefined) return null;
  const { seed, problem } = failure;
  const { tick, date, part } = moment;
  const reached = snapshot.stopped.find((stopped) => stopped.seed === seed)?.done ?? 0;
  const open = () => {
    view.set({ kind: 'one', seed });
    timeline.look(snapshot.request.scenario, Math.min(tick, Math.max(0, reached - 1)));
    document.getElementById('run-moment')?.focus();
  };
  return (
    <tr>
      <th scope="row">{seed}</th>
      <td>{monthOf(tick)}</td>
      <td>{date}</td>
      <td>{titles.get(part) ?? part}</td>
      <td>
        {problem.message}
        {problem.hint !== undefined && <span className="muted"> {problem.hint}</span>}
      </td>
      <td>
        <Button disabled={reached === 0} onClick={open}>
          Open at this moment
        </Button>
      </td>
    </tr>
  );
}

/** Failures once for all seeds that share them. */
function groupsOf(
  failures: readonly SeedFailure[],
): { readonly failure: SeedFailure; readonly of: string[] }[] {
  const groups = new Map<string, { failure: SeedFailure; of: string[] }>();
  for (const failure of failures) {
    const group = groups.get(failure.problem.message);
    if (group === undefined) groups.set(failure.problem.message, { failure, of: [failure.seed] });
    else group.of.push(failure.seed);
  }
  return [...groups.values()];
}
