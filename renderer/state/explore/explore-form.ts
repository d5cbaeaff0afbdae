import type { JobKind, RecordGiven } from '../../../main/api/jobs/experiment-asked.ts';
import type { SensitivityMethod } from '../../../sim-core/contract/sensitivity-method.ts';

/** What a person has filled in to ask an experiment, of whatever kind; each kind reads its own part. Numbers are as they were typed. */
export interface ExploreForm {
  readonly seeds: string;
  /** As an experiment file writes them, such as `providers.active@end`. */
  readonly measures: readonly string[];
  readonly factors: readonly FormFactor[];
  /** Of sensitivity and flip: those that are named, or many at once. */
  readonly which: 'named' | 'all-unsourced' | 'all';
  /** Of a sweep: how values of several parameters are combined. */
  readonly combine: 'factorial' | 'one-at-a-time' | 'latin-hypercube';
  /** Cases of a sweep that spreads them. */
  readonly cases: string;
  /** Runs to make at most. */
  readonly budget: string;
  readonly method: 'auto' | SensitivityMethod;
  readonly goals: readonly string[];
  readonly verdict: string;
  readonly record?: RecordGiven;
  /** Column to metric; absent: guessed. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly dateColumn?: string;
  readonly dates?: string;
  readonly holdOut: string;
}

export interface FormFactor {
  readonly path: string;
  readonly label: string;
  /** Values one by one, or from a range. */
  readonly as: 'range' | 'values';
  readonly min: string;
  readonly max: string;
  readonly steps: string;
  /** In equal ratios rather than equal steps. */
  readonly ratios: boolean;
  /** With commas between. */
  readonly values: string;
}

/** The tabs of the screen, in their order; the first is open where the address does not say. */
export const exploreTabs: readonly {
  readonly kind: JobKind;
  readonly title: string;
  readonly asks: string;
}[] = [
  { kind: 'sweep', title: 'Sweep', asks: 'What happens at each value of one, two or more parameters?' },
  {
    kind: 'sensitivity',
    title: 'Sensitivity',
    asks: 'Which assumptions move a result, and how sure is that?',
  },
  { kind: 'optimise', title: 'Optimise', asks: 'Which values serve written goals best?' },
  {
    kind: 'calibrate',
    title: 'Calibrate',
    asks: 'With which values does the model meet figures that were observed?',
  },
  { kind: 'flip', title: 'Distance to flip', asks: 'How little has to change for a verdict to turn?' },
];

/** The tab that an address names. */
export const tabIn = (search: Readonly<Record<string, string>> | undefined): JobKind =>
  exploreTabs.find(({ kind }) => kind === search?.tab)?.kind ?? 'sweep';
