import type { ArrayOf, Columns, ColumnType, RecordOf } from '../contract/columns.ts';
import type { ModelRecords, ModelTables } from '../contract/model.ts';
import { AccountLedger } from './ledger.ts';
import { columnMaker } from './row-kernel/column-memory.ts';

type Column = ArrayOf[ColumnType];

/**
 * All state of a run: what a checkpoint holds, and what steps see as one object. Objects are made by `Object.fromEntries`, since
 * V8 then gives those of every run one layout; one that is spread has a layout of its own, one that is filled by names a slow
 * one, and each would have the code that was compiled for the run before compiled anew.
 */
export class WorldState {
  readonly clock = { tick: 0, day: 0 };
  readonly ledger: AccountLedger;
  readonly tables: Record<string, Record<string, Column | number>> = {};
  readonly records: Record<string, RecordOf> = {};
  /** Tables, records, clock and ledger side by side, as steps see them. */
  readonly view: Readonly<Record<string, unknown>>;
  readonly #first: ModelRecords;

  constructor(tables: ModelTables, records: ModelRecords, accounts: Readonly<Record<string, number>>) {
    this.ledger = new AccountLedger(accounts);
    const make = columnMaker(
      Object.values(tables).map(({ rows, columns }) => ({ rows, types: Object.values(columns) })),
    );
    for (const [name, { rows, columns }] of Object.entries(tables))
      this.tables[name] = allocate(rows, columns, make);
    for (const [name, first] of Object.entries(records)) this.records[name] = scalars(first);
    this.#first = records;
    this.view = Object.fromEntries([
      ...Object.entries(this.tables),
      ...Object.entries(this.records),
      ['clock', this.clock],
      ['ledger', this.ledger],
    ]);
  }

  /** Returns the scalars of a group to their first values. */
  reset(group: string): void {
    const record = this.records[group];
    const first = this.#first[group];
    if (!record || !first) return;
    for (const name in first) record[name] = first[name] ?? 0;
  }

  /** The first scalar of these groups that is not finite, as `group.name`. */
  notFinite(groups: readonly string[]): string | undefined {
    for (let i = 0; i < groups.length; i++) {
      const group = groups[i];
      const record = this.records[group];
      for (const name in record) {
        const value = record[name] ?? 0;
        if (value - value !== 0) return `${group}.${name}`;
      }
    }
    return undefined;
  }

  /** Every array of the state, in a fixed order; scalars are gathered in and scattered from one of them. */
  columns(): readonly Column[] {
    const columns: Column[] = [];
    for (const table of Object.values(this.tables)) {
      for (const column of Object.values(table)) if (typeof column !== 'number') columns.push(column);
    }
    return [...columns, this.ledger.numbers];
  }

  scalars(): Float64Array {
    return Float64Array.from(Object.values(this.records).flatMap((record) => Object.values(record)));
  }

  setScalars(values: Float64Array): void {
    let i = 0;
    for (const record of Object.values(this.records)) {
      for (const name of Object.keys(record)) record[name] = values[i++] ?? 0;
    }
  }
}

function allocate(
  rows: number,
  columns: Columns,
  make: (type: ColumnType, rows: number) => Column,
): Record<string, Column | number> {
  const of = Object.entries(columns).map(([name, type]) => [name, make(type, rows)] as const);
  return Object.fromEntries([['count', rows], ...of]);
}

/** Scalars with their first values. Laid out with a fraction in each, or V8 would take one that begins as 0 for an integer. */
function scalars(first: RecordOf): RecordOf {
  const record: RecordOf = Object.fromEntries(Object.keys(first).map((name) => [name, 0.5]));
  for (const name in first) record[name] = first[name] ?? 0;
  return record;
}
