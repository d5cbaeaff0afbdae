import type { SensitivityMethod } from '../../../sim-core/contract/sensitivity-method.ts';

/** Kinds of experiments that a page can start; each is a command of the command line too. */
export const jobKinds = ['sweep', 'sensitivity', 'optimise', 'calibrate', 'flip'] as const;
export type JobKind = (typeof jobKinds)[number];

/**
 * What an experiment file says beside its id and its scenario, with the keys that the file has. It is written to a file and read from
 * there as any other, so what is wrong with it is told in the same words, with the key.
 */
export interface ExperimentAsked {
  readonly title: string;
  readonly question: string;
  readonly seeds: string;
  readonly measure?: readonly string[];
  readonly design?: {
    readonly kind: 'factorial' | 'latin-hypercube' | 'sobol' | 'one-at-a-time';
    readonly runs?: number;
    readonly parameters: Readonly<Record<string, FactorAsked>>;
  };
  readonly sensitivity?: {
    readonly factors: 'all' | 'all-unsourced' | Readonly<Record<string, FactorAsked>>;
    readonly budget: number;
    readonly method?: SensitivityMethod;
  };
  /** Sentences. */
  readonly goals?: readonly string[];
  readonly fit?: {
    /** What each column is: `metric`, `sum(metric)` or `mean(metric)`. */
    readonly columns: Readonly<Record<string, string>>;
    readonly factors: Readonly<Record<string, FactorAsked>>;
    /** `90d`, `25%`, a date, or `none`. */
    readonly holdOut?: string;
    readonly dateColumn?: string;
    readonly dates?: string;
    readonly decimal?: string;
    readonly budget: number;
  };
  readonly flip?: {
    readonly verdict: string;
    /** Every number of the scenario if absent. */
    readonly factors?: Readonly<Record<string, FactorAsked>>;
    readonly budget: number;
  };
}

/** Values to try: a list as after `--set`, or a range in the unit of the parameter. */
export type FactorAsked =
  | { readonly values: readonly string[] }
  | {
      readonly min: number;
      readonly max: number;
      readonly scale?: 'linear' | 'log';
      /** Tried at so many values, both ends among them. */
      readonly steps?: number;
      readonly unit?: string;
    };

/** An experiment on a scenario as its text stands on the page, saved or not. */
export interface JobAsked {
  readonly kind: JobKind;
  /** Id of the scenario, whose data files the text reads. */
  readonly scenario: string;
  readonly text: string;
  readonly experiment: ExperimentAsked;
  /** Of `optimise`: runs to make at most. */
  readonly budget?: number;
  /** Of `calibrate`: the figures, as the text of a CSV file. */
  readonly record?: RecordGiven;
}

export interface RecordGiven {
  /** Of the file, such as `hnt-daily.csv`. */
  readonly name: string;
  readonly text: string;
}
