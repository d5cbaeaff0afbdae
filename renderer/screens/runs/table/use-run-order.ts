import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { RunRow } from '../../../../main/api/runs/runs-api.ts';
import type { RunColumn } from './run-columns.tsx';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const helper = createColumnHelper<typeof features, RunRow>();

/** Numbers by size, texts by their characters: thousands of rows are in order before a person notices. */
const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

interface RunOrder {
  readonly rows: readonly RunRow[];
  /** How a column takes part in the order. */
  sortedBy(column: string): 'asc' | 'desc' | false;
  /** Puts a column first in the order, turns it round, then leaves it to the list's own. */
  toggle(column: string): void;
}

/** The rows in the order that the person chose by column; without one, as they come. */
export function useRunOrder(
  data: readonly RunRow[],
  columns: readonly RunColumn[],
  sorting: SortingState,
  onSort: (next: SortingState) => void,
): RunOrder {
  const defined = useMemo(
    () =>
      helper.columns(
        columns.map(({ id, sort }) =>
          helper.accessor((row) => sort(row), {
            id,
            sortFn: (a, b) => compare(sort(a.original), sort(b.original)),
          }),
        ),
      ),
    [columns],
  );
  const table = useTable({
    features,
    columns: defined,
    data,
    state: { sorting },
    onSortingChange: (next) => onSort(typeof next === 'function' ? next(sorting) : next),
    getRowId: (row) => row.run,
  });
  const model = table.getRowModel().rows;
  const rows = useMemo(() => model.map(({ original }) => original), [model]);
  return {
    rows,
    sortedBy: (column) => table.getColumn(column)?.getIsSorted() ?? false,
    toggle: (column) => table.getColumn(column)?.toggleSorting(),
  };
}
