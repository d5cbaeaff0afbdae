import type { Breakdown } from './breakdown.ts';
import type { Clock } from './clock.ts';
import type { Columns, RecordOf, Table } from './columns.ts';
import type { Ledger } from './ledger.ts';
import type { Metric } from './metric.ts';
import type { Stream } from './random.ts';

/**
 * A general agent model: the user's own tables, steps and metrics. DePIN scenarios are assembled into one; anyone can
 * write another (`test/bench/provider-market.ts` is an example) and run it on the same kernel.
 */
export interface Model<
  Tables extends ModelTables = ModelTables,
  Records extends ModelRecords = ModelRecords,
> {
  readonly id: string;
  /** Day of tick 0, days since 1970-01-01. */
  readonly startDay: number;
  readonly tables: Tables;
  /** Scalars by group; those of `daily` groups return to their first value at the start of every tick. */
  readonly records: Records;
  readonly daily?: readonly (keyof Records & string)[];
  /** Token accounts and what each holds at genesis. */
  readonly accounts?: Readonly<Record<string, number>>;
  /** In order, once, at tick 0. Each is given the stream of its id. */
  readonly starts?: readonly Step<WorldOf<Tables, Records>>[];
  /** In order, every tick. Each is given the stream of its id. */
  readonly steps: readonly Step<WorldOf<Tables, Records>>[];
  readonly metrics: readonly Metric<WorldOf<Tables, Records>>[];
  readonly breakdowns?: readonly Breakdown<WorldOf<Tables, Records>>[];
  /** Checked every tick; a broken one stops the run with its name. */
  readonly invariants?: readonly Invariant<WorldOf<Tables, Records>>[];
}

export type ModelTables = Readonly<Record<string, { readonly rows: number; readonly columns: Columns }>>;
export type ModelRecords = Readonly<Record<string, Readonly<Record<string, number>>>>;

export type WorldOf<Tables extends ModelTables, Records extends ModelRecords> = {
  readonly [Name in keyof Tables]: Table<Tables[Name]['columns']>;
} & {
  readonly [Name in keyof Records]: RecordOf<keyof Records[Name] & string>;
} & { readonly clock: Clock; readonly ledger: Ledger };

export interface Step<World> {
  readonly id: string;
  /** Groups of scalars that it may change, and that are checked when it has run; absent: any. */
  readonly changes?: readonly string[];
  run(world: World, random: Stream): void;
}

export interface Invariant<World> {
  readonly id: string;
  /** The rule in words. */
  readonly says: string;
  holds(world: World): boolean;
}

/** Gives a model its types; returns it unchanged. */
export const model = <const Tables extends ModelTables, const Records extends ModelRecords>(
  declared: Model<Tables, Records>,
): Model<Tables, Records> => declared;
