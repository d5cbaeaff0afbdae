import type { ReactElement } from 'react';
import type { Compared } from '../../sim/compare/comparing.ts';
import { CommandButton } from '../../state/command-button.tsx';
import type { Side } from '../../state/compare/side.ts';
import { SeedsField } from '../../state/seeds-field.tsx';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';

/** What is compared on which seeds, how far it is, and what can be done with it. */
export function CompareHeader({ shown }: { readonly shown: boolean }): ReactElement {
  const { compare } = useStudio();
  const compared = useStore(compare.comparing.state);
  const sides = useStore(compare.sides);
  return (
    <header className="compare-header">
      <div className="compare-title">
        <h1>{shown ? titleOf(sides) : 'Compare'}</h1>
        <p className="small muted">
          Paired seeds: every scenario meets the same luck, so a difference is not chance but the change.
        </p>
      </div>
      <div className="compare-actions">
        <SeedsField disabled={false} />
        <CommandButton command="compare.export" icon="download">
          Export CSV
        </CommandButton>
        <CommandButton command="compare.sensitivity" icon="explore">
          What matters most?
        </CommandButton>
        <CommandButton command="compare.propose" kind="primary" icon="note">
          Start proposal from this comparison
        </CommandButton>
      </div>
      {shown && compared !== undefined && <Progress compared={compared} />}
    </header>
  );
}

/** Where all are one scenario their labels do not say which. */
function titleOf(sides: readonly Side[]): string {
  const titles = new Set(sides.map(({ title }) => title));
  const [only] = titles;
  return titles.size === 1 && only !== undefined ? `Compare: ${only}` : 'Compare';
}

function Progress({ compared }: { readonly compared: Compared }): ReactElement | null {
  const { state, progress, runs } = compared;
  if (state === 'done' || state === 'failed') return null;
  const current = runs.findIndex((run) => run === undefined || run.state !== 'done');
  return (
    <div className="compare-progress">
      {state !== 'cancelled' && <ProgressBar label="Progress of the comparison" share={progress} />}
      <p className="small" role="status">
        {state === 'cancelled' && 'Cancelled. Seeds that finished are kept.'}
        {state === 'judging' && 'All runs are over; they are held against each other.'}
        {state === 'running' &&
          `${Math.floor(progress * 100)} % · scenario ${Math.max(0, current) + 1} of ${runs.length}. What was run before is not run again.`}
      </p>
      {state === 'cancelled' ? (
        <CommandButton command="compare.start" icon="play">
          Run what is missing
        </CommandButton>
      ) : (
        <CommandButton command="compare.cancel" icon="cancel">
          Cancel
        </CommandButton>
      )}
    </div>
  );
}
