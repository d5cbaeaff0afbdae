import type { Fan, Span } from '../plot-data.ts';

/** One scenario's seeds in a chart of several. */
export interface ScenarioFan {
  /** Name of the scenario or run. */
  readonly label: string;
  /** Its colour and dash everywhere: 0 to 5, or the base, which is neutral grey. */
  readonly style: ScenarioStyle;
  readonly fan: Fan;
}

export type ScenarioStyle = number | 'base';

/** The same metric of two or three scenarios over the same days. */
export interface ScenarioFansSubject {
  /** What is measured, such as "Active providers". */
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  readonly span: Span;
  readonly scenarios: readonly ScenarioFan[];
}

/** Differences of one to three scenarios from a base, seed by seed: each fan is of (scenario - base), in the unit of the metric. */
export interface DifferenceFansSubject extends ScenarioFansSubject {
  /** Name of the base. */
  readonly base: string;
}
