import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import type { ScenarioCard } from '../../../main/api/scenarios/scenarios-api.ts';
import { toProblem } from '../../../sim-core/contract/errors.ts';
import { useRun } from '../../sim/use-run.ts';
import { CommandButton } from '../../state/command-button.tsx';
import type { ScreenProps } from '../../state/location.ts';
import { PlaceLink } from '../../state/place-link.tsx';
import { ScenarioProblem } from '../../state/scenario-problem.tsx';
import { openedScenario } from '../../state/scenario-queries.ts';
import { useStore } from '../../state/store.ts';
import { useStudio } from '../../state/studio-context.tsx';
import { fullNumber } from '../../ui/number-format.ts';
import { Outcome } from './outcome.tsx';
import './run.css';
import { RunControls } from './run-controls.tsx';

const none: ScenarioCard['mechanisms'] = [];

/** Watch and read the runs of one scenario. */
export default function RunScreen({ scenario }: ScreenProps): ReactElement {
  if (scenario === undefined) {
    return (
      <div className="run-empty">
        <h1>Run</h1>
        <p>Charts of a run appear here. Choose what to run first.</p>
        <PlaceLink className="button button-primary" to={{ screen: 'library' }}>
          Choose a scenario
        </PlaceLink>
      </div>
    );
  }
  return <ScenarioRun key={scenario} scenario={scenario} />;
}

function ScenarioRun({ scenario }: { readonly scenario: string }): ReactElement {
  const { client, simulation } = useStudio();
  const { data: opened, error, refetch } = useQuery(openedScenario(client, scenario));
  const snapshot = useRun(simulation, scenario);
  useEffect(() => simulation.prepare(), [simulation]);
  return (
    <div className="run">
      {opened === undefined ? (
        <h1>{snapshot?.request.title ?? (error === null ? '' : scenario)}</h1>
      ) : (
        <RunHeader card={opened.card} />
      )}
      {error !== null && <ScenarioProblem problem={toProblem(error)} again={() => void refetch()} />}
      {error === null && <RunControls scenario={scenario} snapshot={snapshot} />}
      {snapshot !== undefined && <Outcome snapshot={snapshot} mechanisms={opened?.card.mechanisms ?? none} />}
      {snapshot === undefined && opened !== undefined && <NotRunYet card={opened.card} />}
    </div>
  );
}

function RunHeader({ card }: { readonly card: ScenarioCard }): ReactElement {
  const { title, question, providers, days, startDate } = card;
  const { rows, weight } = providers;
  return (
    <header className="run-header">
      <h1>{title}</h1>
      <p>{question}</p>
      <p className="small muted">
        {fullNumber(days)} days from {startDate}
        {rows > 0 &&
          ` · ${fullNumber(rows)} rows × ${fullNumber(weight)} = ${fullNumber(rows * weight)} units`}
      </p>
    </header>
  );
}

function NotRunYet({ card }: { readonly card: ScenarioCard }): ReactElement {
  const { seedCount } = useStudio();
  const seeds = useStore(seedCount);
  return (
    <div className="run-nothing">
      <h2>Not run yet</h2>
      <p>
        Run simulates these {fullNumber(card.days)} days{' '}
        {seeds === 1 ? 'once' : `${seeds} times, each time with other luck`}, here on your computer, and draws
        them as they grow.
      </p>
      <CommandButton command="run.start" kind="primary" icon="play">
        Run
      </CommandButton>
    </div>
  );
}
