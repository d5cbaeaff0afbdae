import { useSyncExternalStore } from 'react';
import { useStore } from '../state/store.ts';
import type { RunSnapshot } from './run-snapshot.ts';
import type { Simulation } from './simulation.ts';

const nothing = () => () => {};

/** The last run of a scenario as it stands, or undefined if it has not been run. Renders at most ten times a second. */
export function useRun(simulation: Simulation, scenario: string | undefined): RunSnapshot | undefined {
  const runs = useStore(simulation.runs);
  const run = scenario === undefined ? undefined : runs.get(scenario);
  return useSyncExternalStore(run?.snapshot.subscribe ?? nothing, () => run?.snapshot.get());
}
