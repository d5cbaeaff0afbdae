import type { ScenarioStyle } from '../time/scenario-fans-subject.ts';

/** How evenly something is spread over those who have it. */
export interface LorenzSubject {
  /** What is held, such as "Rewards". */
  readonly title: string;
  /** Who holds it, in the plural, such as "providers". */
  readonly holders: string;
  /** In words, such as "on 2024-03-01". */
  readonly when: string;
  /** At most six. */
  readonly curves: readonly LorenzCurve[];
}

export interface LorenzCurve {
  readonly label: string;
  readonly style: ScenarioStyle;
  /** From the poorest holder: shares of all holders and of all that is held, both rising from 0 to 1. */
  readonly points: readonly { readonly holders: number; readonly held: number }[];
  /** 0 where all have the same, near 1 where one has all. */
  readonly gini: number;
  /** Holders who together have more than half, if known. */
  readonly nakamoto?: number;
}
