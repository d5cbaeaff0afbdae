import type { ArrayOf, ColumnType, RecordOf } from './columns.ts';
import type { Parameters, ParameterValue, ValuesOf } from './parameter.ts';
import type { Stream } from './random.ts';
import type { Slot } from './slot.ts';
import type { Source } from './source.ts';
import type { columns, Path, World } from './vocabulary.ts';

export type TableName = keyof typeof columns;

/** A column that only this mechanism uses. */
export interface OwnColumn {
  readonly table: TableName;
  readonly type: ColumnType;
  readonly meaning: string;
}

type OwnColumns = Readonly<Record<string, OwnColumn>>;
type OwnState = Readonly<Record<string, number>>;

/** What `start` and `step` receive: the shared world, what is the mechanism's own, and its luck. */
export type MechanismWorld<C extends OwnColumns = OwnColumns, S extends OwnState = OwnState> = World & {
  readonly own: { readonly [Name in keyof C]: ArrayOf[C[Name]['type']] };
  readonly state: RecordOf<keyof S & string>;
  readonly random: Stream;
};

/** A numeric parameter and the value that a rule of governance gives it. */
export interface Patch {
  readonly path: string;
  readonly value: number;
}

/** A tiny case that documents the mechanism and is its test. */
export interface Example {
  readonly says: string;
  /** Parameters that differ from the defaults. */
  readonly given?: Readonly<Record<string, ParameterValue>>;
  /** State before the first day; a number for a column fills every row. */
  readonly before?: Readonly<Partial<Record<Path, number | readonly number[]>>>;
  /** Days to run; 1 if absent. */
  readonly days?: number;
  /** State afterwards, to `tolerance` relative (1e-12 if absent). */
  readonly after: Readonly<Partial<Record<Path, number | readonly number[]>>>;
  readonly tolerance?: number;
}

/** What the other mechanisms of a scenario bring. */
export interface Surroundings {
  /** All tokens of the first day. */
  readonly genesis: number;
  /** Whether another mechanism sets it. */
  sets(path: Path): boolean;
}

/**
 * One rule of an economy, in one file. From this declaration come the form, the model graph, the JSON Schema, validation,
 * provenance, the reference page and the contract test.
 */
export interface Mechanism<
  P extends Parameters = Parameters,
  C extends OwnColumns = OwnColumns,
  S extends OwnState = OwnState,
> {
  /** `slot.name`, such as `emission.halving`. */
  readonly id: string;
  readonly version: number;
  readonly slot: Slot;
  readonly title: string;
  /** What it does, in one sentence. */
  readonly summary: string;
  readonly sources: readonly Source[];
  readonly parameters: P;
  readonly columns?: C;
  /** Scalars that only this mechanism uses, with their first values. */
  readonly state?: S;
  /**
   * What it makes no sense without: tables that a mechanism of the slot `agents` has to bring in, and values that another
   * mechanism has to set.
   */
  readonly needs?: readonly (TableName | Path)[];
  /** Values of the day that it uses: it stands behind those of its own slot that set them. */
  readonly follows?: readonly Path[];
  readonly reads: readonly Path[];
  readonly writes: readonly Path[];
  /** Rows of the tables it brings in; only mechanisms of the slot `agents` have it. */
  rows?(parameters: ValuesOf<P>): Partial<Record<TableName, number>>;
  /** What people call the rows of a table, such as the names of regions: results are broken down by them. */
  names?(parameters: ValuesOf<P>): Partial<Record<TableName, readonly string[]>>;
  /** Tokens per account at genesis. */
  genesis?(parameters: ValuesOf<P>): Readonly<Record<string, number>>;
  /** Why a combination of values cannot be, here; each value by itself is already inside its range. */
  refuses?(
    parameters: ValuesOf<P>,
    around: Surroundings,
  ): { readonly parameter: keyof P & string; readonly message: string; readonly hint: string } | undefined;
  /** Sets its share of the world at tick 0. */
  start?(world: MechanismWorld<C, S>, parameters: ValuesOf<P>): void;
  /** Acts on a day. No allocation: hot loops run over columns. */
  step?(world: MechanismWorld<C, S>, parameters: ValuesOf<P>): void;
  /**
   * Only mechanisms of the slot `governance`: the parameter changes in force, by path such as `emission.halving.period`. A
   * pure function of the world, asked at the start of every day; a change holds from the day on which it is first named.
   */
  inForce?(world: MechanismWorld<C, S>, parameters: ValuesOf<P>): readonly Patch[];
  readonly invariants?: readonly {
    readonly says: string;
    holds(world: MechanismWorld<C, S>, parameters: ValuesOf<P>): boolean;
  }[];
  readonly examples: readonly Example[];
}

/** Gives a mechanism its types; returns it unchanged. */
export const mechanism = <
  P extends Parameters,
  const C extends OwnColumns = OwnColumns,
  const S extends OwnState = OwnState,
>(
  declared: Mechanism<P, C, S>,
): Mechanism<P, C, S> => declared;
