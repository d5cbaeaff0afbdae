import type { ParameterValue } from './parameter.ts';
import type { Slot } from './slot.ts';

/**
 * All that a result depends on, as plain JSON: data files are read in, dates are day numbers, and what only people read
 * (titles, sources, comments) is left out. Two scenarios with the same spec have the same results.
 */
export interface ScenarioSpec {
  readonly id: string;
  readonly version: number;
  /** Day of tick 0, days since 1970-01-01. */
  readonly startDay: number;
  /** Days to simulate. */
  readonly ticks: number;
  /** In the order of `slots`; within a slot in the order of the list. */
  readonly mechanisms: readonly MechanismUse[];
  /** A model of a project that runs instead of mechanisms, on the bare kernel. */
  readonly model?: string;
  /** The modules of a project that it needs; absent where the engine is enough. */
  readonly code?: readonly { readonly name: string; readonly id: string }[];
}

export interface MechanismUse {
  readonly id: string;
  readonly version: number;
  readonly slot: Slot;
  /** Complete: every declared parameter has a value. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}
