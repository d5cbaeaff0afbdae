import type { Mechanism } from '../../sim-core/contract/mechanism.ts';
import { dailyRecords } from '../../sim-core/contract/vocabulary.ts';
import { mechanisms } from '../../sim-core/mechanisms/index.ts';
import { type Stage, stage } from '../../sim-core/stage.ts';

type Rows = Partial<Record<'providers' | 'regions' | 'cells' | 'users', number>>;

interface Started extends Stage {
  /** Runs one day, with some parameters changed for it. */
  day(tick: number, changed?: Record<string, unknown>): void;
}

/** What one example cannot say: a mechanism in a world of another size, on days between which a test changes something. */
export function started(
  id: string,
  given: Record<string, unknown>,
  rows: Rows,
  before: Record<string, number | readonly number[]> = {},
): Started {
  const mechanism = mechanisms.find((m) => m.id === id);
  if (!mechanism) throw new Error(`There is no ${id}.`);
  const sized: Mechanism = {
    ...mechanism,
    rows: (parameters) => ({ ...mechanism.rows?.(parameters), ...rows }),
  };
  const on = stage(sized, given as Stage['parameters']);
  for (const [path, value] of Object.entries(before)) on.set(path, value);
  mechanism.start?.(on.view, on.parameters);
  const day = (tick: number, changed: Record<string, unknown> = {}): void => {
    on.state.clock.tick = tick;
    for (const group of dailyRecords) {
      on.state.reset(group);
      for (const [path, value] of Object.entries(before))
        if (path.startsWith(`${group}.`)) on.set(path, value);
    }
    mechanism.step?.(on.view, { ...on.parameters, ...(changed as Stage['parameters']) });
  };
  return { ...on, day };
}

/** A column as numbers; a scalar as a list of one. */
export const numbers = (value: number | readonly number[]): readonly number[] => [value].flat();
