import type { ArrayOf, Columns } from '../../contract/columns.ts';
import type { RowList } from '../row-list.ts';
import type { Flag, Term } from './terms.ts';

/** What a row function is made of: the names it may use, and the function itself. */
export interface Declaration<
  C extends Columns = Columns,
  Scalar extends string = string,
  Draw extends string = string,
  T extends Columns = Columns,
  Sum extends string = string,
  Count extends string = string,
> {
  /** Columns of the table whose rows are passed over, with the type of each. */
  readonly columns: C;
  /** Numbers that are the same for all rows of a pass. */
  readonly scalars?: readonly Scalar[];
  /** Uniform draws for each row. */
  readonly luck?: readonly Draw[];
  /** The column with the ids of agents, which luck goes by; absent: the row itself. */
  readonly agent?: keyof C & string;
  /** Columns of another, small table that a column of each row points into. */
  readonly tables?: T;
  /** Asked once: what it does with these names is recorded, and is then done for every row. */
  row(names: {
    readonly column: { readonly [Name in keyof C]: Term };
    readonly scalar: Readonly<Record<Scalar, Term>>;
    readonly luck: Readonly<Record<Draw, Term>>;
    /** A number to begin with, where it stands in front. */
    number(value: number): Term;
    /** What a table holds in the row that a column points at. */
    lookup(table: keyof T & string, column: keyof C & string): Term;
  }): RowResult<keyof C & string, Sum, Count>;
}

export interface RowResult<Column extends string, Sum extends string, Count extends string> {
  /** Rows that take part; the others keep what they have and count nothing. Absent: all. */
  readonly only?: Flag;
  /** New values. In a column of whole numbers they must be such, within its range. */
  readonly set?: Readonly<Partial<Record<Column, Term>>>;
  /** Added up in the order of rows, block by block (`blockRows`). */
  readonly sum?: Readonly<Record<Sum, Term>>;
  /** How many rows have the flag. */
  readonly count?: Readonly<Record<Count, Flag>>;
}

/** One pass over rows: arrays and numbers for the names of a declaration, where it has any. */
export type Pass<
  C extends Columns = Columns,
  Scalar extends string = string,
  Draw extends string = string,
  T extends Columns = Columns,
> = {
  /** Rows of the table. */
  readonly count: number;
  /** Passes over these alone; absent: over all. */
  readonly rows?: RowList;
  readonly columns: { readonly [Name in keyof C]: ArrayOf[C[Name]] };
} & Given<'scalars', Scalar, Readonly<Record<Scalar, number>>> &
  Given<'luck', Draw, Readonly<Record<Draw, Keys>>> &
  Given<'tables', keyof T, { readonly [Name in keyof T]: ArrayOf[T[Name]] }>;

/** What a stream has after its turn to a draw. */
interface Keys {
  readonly k0: number;
  readonly k1: number;
}

type Given<Key extends string, Names, Values> = [Names] extends [never]
  ? Readonly<Partial<Record<Key, undefined>>>
  : Readonly<Record<Key, Values>>;
