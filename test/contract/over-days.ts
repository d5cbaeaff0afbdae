import type { Mechanism } from '../../sim-core/contract/mechanism.ts';
import { dailyRecords } from '../../sim-core/contract/vocabulary.ts';
import type { Stage } from '../../sim-core/stage.ts';

/** A mechanism alone on its stage, for what takes days that differ: `change` sets the world before each day's step. */
export function overDays(
  mechanism: Mechanism,
  on: Stage,
  days: number,
  change: (tick: number, on: Stage) => void = () => {},
): void {
  for (let tick = on.state.clock.tick; tick < days; tick++) {
    begin(on, tick);
    change(tick, on);
    mechanism.step?.(on.view, on.parameters);
    on.state.clock.tick = tick + 1;
  }
}

/** Sets a world and starts the mechanism in it. */
export function started(
  mechanism: Mechanism,
  on: Stage,
  before: Readonly<Record<string, number | readonly number[]>>,
): Stage {
  for (const [path, value] of Object.entries(before)) on.set(path, value);
  mechanism.start?.(on.view, on.parameters);
  return on;
}

function begin({ state }: Stage, tick: number): void {
  state.clock.tick = tick;
  state.clock.day = tick;
  state.ledger.open();
  for (const group of dailyRecords) state.reset(group);
}
