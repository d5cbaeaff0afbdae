import type { Source } from './source.ts';

/** What every parameter says of itself, whatever its kind. */
interface Described {
  /** Short name for a form, such as "Halves every". */
  readonly label: string;
  /** Unit of its numbers, such as `token/day`, `USD`, `day`, `share`; `1` for a pure number. */
  readonly unit: string;
  /** Why it exists: what changes when it does. */
  readonly why: string;
  /** Where the default comes from; absent: an assumption, and `why` says why it is plausible. */
  readonly source?: Source;
}

interface Bounded {
  readonly min: number;
  readonly max: number;
}

export interface NumberParameter extends Described, Bounded {
  readonly kind: 'number';
  readonly default: number;
  /** What one press of an arrow key changes. */
  readonly step: number;
  readonly integer?: boolean;
}

/** A calendar day, given as `2023-04-24` in files and as days since 1970-01-01 in a spec. */
export interface DateParameter extends Described {
  readonly kind: 'date';
  readonly default: number;
}

export interface ChoiceParameter<Option extends string = string> extends Described {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  readonly default: Option;
}

/** A quantity that differs between agents; each agent draws its own once. `min` and `max` bound what is drawn. */
export interface DistributionParameter extends Described, Bounded {
  readonly kind: 'distribution';
  readonly default: Distribution;
}

/** A quantity that changes on known days: one number, dated steps, or a column of a data file. */
export interface SeriesParameter extends Described, Bounded {
  readonly kind: 'series';
  /** Absent: a scenario has to give one. */
  readonly default?: Series;
}

/** Rows of a data file, such as one per region. */
export interface TableParameter<Columns extends TableColumns = TableColumns> extends Described {
  readonly kind: 'table';
  readonly columns: Columns;
  /** Absent: a scenario has to give one. */
  readonly default?: TableValue<Columns>;
}

export type TableColumns = Readonly<Record<string, TableColumn>>;

export type TableColumn =
  | { readonly kind: 'text'; readonly label: string }
  | ({ readonly kind: 'number'; readonly label: string; readonly unit: string } & Bounded);

export type Parameter =
  | NumberParameter
  | DateParameter
  | ChoiceParameter
  | DistributionParameter
  | SeriesParameter
  | TableParameter;

export type Parameters = Readonly<Record<string, Parameter>>;

export type Distribution =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  /** `median` of the quantity, `sigma` of its natural logarithm. */
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number }
  /** Each value equally likely. */
  | { readonly kind: 'empirical'; readonly values: readonly number[] };

/** A step function: `values[i]` holds from day `days[i]` (since 1970-01-01) until the next; the first also holds before. */
export interface Series {
  readonly days: readonly number[];
  readonly values: readonly number[];
}

/** A table by columns, all of one length. */
export type TableValue<Columns extends TableColumns = TableColumns> = {
  readonly [Name in keyof Columns]: CellsOf<Columns[Name]>;
};

type CellsOf<Column extends TableColumn> = Column extends { readonly kind: 'text' }
  ? readonly string[]
  : readonly number[];

export type ParameterValue = number | string | Distribution | Series | TableValue;

type ValueOf<P extends Parameter> = P extends NumberParameter | DateParameter
  ? number
  : P extends ChoiceParameter<infer Option>
    ? Option
    : P extends DistributionParameter
      ? Distribution
      : P extends SeriesParameter
        ? Series
        : P extends TableParameter<infer Columns>
          ? TableValue<Columns>
          : never;

/** The values a mechanism's `start` and `step` receive, typed from what it declares. */
export type ValuesOf<P extends Parameters> = { readonly [Name in keyof P]: ValueOf<P[Name]> };

type Without<P extends Parameter> = Omit<P, 'kind'>;

export const number = (p: Without<NumberParameter>): NumberParameter => ({ kind: 'number', ...p });
export const date = (p: Without<DateParameter>): DateParameter => ({ kind: 'date', ...p });
export const distribution = (p: Without<DistributionParameter>): DistributionParameter => ({
  kind: 'distribution',
  ...p,
});
export const series = (p: Without<SeriesParameter>): SeriesParameter => ({ kind: 'series', ...p });
export const choice = <const Option extends string>(
  p: Without<ChoiceParameter<Option>>,
): ChoiceParameter<Option> => ({ kind: 'choice', ...p });
export const table = <const Columns extends TableColumns>(
  p: Without<TableParameter<Columns>>,
): TableParameter<Columns> => ({ kind: 'table', ...p });
