import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { breakdownsTable, tidyBreakdownsTable } from '../../../sim-core/results/tables/breakdowns-table.ts';
import { dictionaryTable, tidyDictionaryTable } from '../../../sim-core/results/tables/dictionary-table.ts';
import { metricsTable, tidyMetricsTable } from '../../../sim-core/results/tables/metrics-table.ts';
import {
  type Block,
  type Cells,
  column,
  type ResultTable,
  repeated,
  type TableColumn,
} from '../../../sim-core/results/tables/result-table.ts';
import type { Layout } from '../results/formats.ts';

/** A run that goes into a table with others. */
export interface JoinedRun {
  readonly run: string;
  readonly scenario: string;
  readonly batch: BatchResult;
}

const runKeys = [column.text('run'), column.text('scenario')];

/** The tables of several runs in one: each row says of which run it is; a column that a run lacks is empty there. */
export function joinedTables(runs: readonly JoinedRun[], layout: Layout): readonly ResultTable[] {
  const [metrics, breakdowns] =
    layout === 'wide' ? [metricsTable, breakdownsTable] : [tidyMetricsTable, tidyBreakdownsTable];
  return [joined(runs, metrics), joined(runs, breakdowns)];
}

function joined(runs: readonly JoinedRun[], tableOf: (batch: BatchResult) => ResultTable): ResultTable {
  const tables = runs.map((run) => ({ run, table: tableOf(run.batch) }));
  const columns = columnsOf(tables.map(({ table }) => table));
  return {
    name: tables[0]?.table.name ?? '',
    columns: [...runKeys, ...columns],
    *blocks() {
      for (const { run, table } of tables) {
        const places = columns.map(({ name }) => table.columns.findIndex((each) => each.name === name));
        for (const block of table.blocks()) yield widened(block, run, places);
      }
    },
  };
}

function widened({ rows, cells }: Block, { run, scenario }: JoinedRun, places: readonly number[]): Block {
  const nothing: Cells = { kind: 'number', values: new Float64Array(rows).fill(Number.NaN) };
  const all = places.map((place) => cells[place] ?? nothing);
  return { rows, cells: [repeated(run, rows), repeated(scenario, rows), ...all] };
}

/** Columns of all tables, each once; one that some table lacks has gaps. */
function columnsOf(tables: readonly ResultTable[]): readonly TableColumn[] {
  const names = [...new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)))];
  return names.flatMap((name) => {
    const each = tables.map(({ columns }) => columns.find((one) => one.name === name));
    const [some] = each.filter((one) => one !== undefined);
    return some === undefined ? [] : { ...some, gaps: each.some((one) => one === undefined || one.gaps) };
  });
}

/** What every column of the joined tables is, the keys included. */
export function joinedDictionary(runs: readonly JoinedRun[], layout: Layout, ending: string): ResultTable {
  const described = {
    metrics: distinct(runs.flatMap(({ batch }) => batch.metrics)),
    breakdowns: distinct(runs.flatMap(({ batch }) => batch.breakdowns)),
  };
  const table =
    layout === 'wide' ? dictionaryTable(described, ending) : tidyDictionaryTable(described, ending);
  const suffix = layout === 'wide' ? '' : '-tidy';
  const rows = [`metrics${suffix}`, `breakdowns${suffix}`].flatMap((file) => [
    [`${file}.${ending}`, 'run', 'text', 'Run', 'Name of the run: the key into the table runs.', studio, ''],
    [`${file}.${ending}`, 'scenario', 'text', 'Scenario', 'Id of the scenario that was run.', studio, ''],
  ]);
  return {
    ...table,
    *blocks() {
      const cells = table.columns.map(
        (_, at) => ({ kind: 'text', values: rows.map((row) => row[at] ?? '') }) as const,
      );
      yield { rows: rows.length, cells };
      yield* table.blocks();
    },
  };
}

const studio = 'DePIN Studio';

function distinct<T extends { readonly id: string; readonly by?: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((each) => [`${each.id} ${each.by ?? ''}`, each])).values()];
}
