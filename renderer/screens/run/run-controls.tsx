import { type ReactElement, useSyncExternalStore } from 'react';
import type { RunSnapshot } from '../../sim/run-snapshot.ts';
import { CommandButton } from '../../state/command-button.tsx';
import { PlaceLink } from '../../state/place-link.tsx';
import { SeedsField } from '../../state/seeds-field.tsx';
import { useStudio } from '../../state/studio-context.tsx';
import { RunProgress } from './run-progress.tsx';

interface RunControlsProps {
  readonly scenario: string;
  readonly snapshot: RunSnapshot | undefined;
}

/** Seeds, start, hold, end, and how far it is. */
export function RunControls({ scenario, snapshot }: RunControlsProps): ReactElement {
  const { simulation } = useStudio();
  const open = useSyncExternalStore(simulation.subscribe, () => simulation.open()?.snapshot.get());
  const own = open !== undefined && open.request.scenario === scenario;
  const paused = open?.state === 'paused';
  return (
    <div className="run-controls">
      <SeedsField disabled={open !== undefined} />
      {own ? (
        <>
          {paused ? (
            <CommandButton command="run.resume" kind="primary" icon="play">
              Resume
            </CommandButton>
          ) : (
            <CommandButton command="run.pause" kind="primary" icon="pause">
              Pause
            </CommandButton>
          )}
          <CommandButton command="run.step" icon="step">
            Step
          </CommandButton>
          <CommandButton command="run.cancel" icon="cancel">
            Cancel
          </CommandButton>
        </>
      ) : (
        <CommandButton command="run.start" kind="primary" icon="play">
          Run
        </CommandButton>
      )}
      {!own && (
        <CommandButton command="design.show" icon="design">
          Design
        </CommandButton>
      )}
      {open !== undefined && !own && (
        <p className="muted">
          <PlaceLink to={{ screen: 'run', scenario: open.request.scenario }}>{open.request.title}</PlaceLink>{' '}
          is running: wait for it, or cancel it above.
        </p>
      )}
      {snapshot !== undefined && <RunProgress snapshot={snapshot} />}
    </div>
  );
}
