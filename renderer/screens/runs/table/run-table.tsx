import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { RunRow } from '../../../../main/api/runs/runs-api.ts';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { allOrNone, toggled, withRange } from './choose-rows.ts';
import type { RunColumn } from './run-columns.tsx';
import { RunLine } from './run-line.tsx';
import './run-table.css';

interface RunTableProps {
  /** In the order in which they are shown. */
  readonly rows: readonly RunRow[];
  readonly columns: readonly RunColumn[];
  sortedBy(column: string): 'asc' | 'desc' | false;
  onSort(column: string): void;
}

/** Px, as in runs.css. */
const rowHeight = 28;
const boxWidth = 32;
/** A row that comes into sight takes the elements of one that went out of it, after a jump too. In steps, so that few rows change theirs. */
const slotsFor = (shown: number): number => Math.ceil(shown / 8) * 8;

/**
 * The list as a grid of which only the rows in sight are drawn. Arrow keys move, Space chooses, Shift extends, Enter opens, Ctrl A
 * chooses all.
 */
export function RunTable({ rows, columns, sortedBy, onSort }: RunTableProps): ReactElement {
  const { keptRuns } = useStudio();
  const chosen = useStore(keptRuns.chosen);
  const opened = useStore(keptRuns.opened);
  const [active, setActive] = useState(0);
  const anchor = useRef(0);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.run ?? index,
    overscan: 6,
    // The head stays above the rows.
    scrollPaddingStart: 44,
  });
  const items = virtual.getVirtualItems();
  const slots = slotsFor(items.length);
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const at = Math.min(active, rows.length - 1);

  const current = useRef(rows);
  useEffect(() => {
    current.current = rows;
  }, [rows]);
  const onPoint = useCallback(
    (index: number, event: MouseEvent, box: boolean) => {
      const row = current.current[index];
      if (row === undefined) return;
      setActive(index);
      const { chosen: store, opened: open } = keptRuns;
      if (event.shiftKey) store.set(withRange(store.get(), current.current, anchor.current, index));
      else if (box || event.ctrlKey || event.metaKey) store.set(toggled(store.get(), row.run));
      else open.set(open.get() === row.run ? undefined : row.run);
      if (!event.shiftKey) anchor.current = index;
    },
    [keptRuns],
  );

  const moveTo = (index: number, extend: boolean) => {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    setActive(to);
    virtual.scrollToIndex(to);
    const row = rows[to];
    if (extend) keptRuns.chosen.set(withRange(chosen, rows, anchor.current, to));
    else anchor.current = to;
    if (opened !== undefined && row !== undefined) keptRuns.opened.set(row.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at];
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 3);
    const to = {
      ...{ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 },
      ...{ PageDown: at + page, PageUp: at - page },
    }[event.key];
    if (to !== undefined) moveTo(to, event.shiftKey);
    else if (event.key === ' ' && row !== undefined) keptRuns.chosen.set(toggled(chosen, row.run));
    else if (event.key === 'Enter' && row !== undefined) keptRuns.opened.set(row.run);
    else if (event.key === 'Delete' && chosen.size > 0) keptRuns.asking.set('remove');
    else if (event.key === 'Escape' && opened !== undefined) keptRuns.opened.set(undefined);
    else if (event.key === 'Escape') keptRuns.chosen.set(new Set());
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey))
      keptRuns.chosen.set(allOrNone(new Set(), rows));
    else return;
    event.preventDefault();
  };

  const all = rows.length > 0 && chosen.size >= rows.length && rows.every(({ run }) => chosen.has(run));
  const width = columns.reduce((sum, column) => sum + column.width, boxWidth);
  return (
    <div className="runs-scroll" ref={scroller}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of which rows are chosen is a grid
        role="grid"
        className="runs-table"
        aria-label="Runs"
        aria-rowcount={rows.length + 1}
        aria-multiselectable="true"
        aria-activedescendant={rows[at] === undefined ? undefined : `${id}-${rows[at].run}`}
        tabIndex={0}
        style={{ width }}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          <col style={{ width: boxWidth }} />
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="runs-box">
              <input
                type="checkbox"
                aria-label={`Choose all ${rows.length} runs shown`}
                checked={all}
                onKeyDown={(event) => event.stopPropagation()}
                onChange={() => keptRuns.chosen.set(allOrNone(chosen, rows))}
              />
            </th>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sorted={sortedBy(column.id)} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Space height={before} span={columns.length + 1} />}
          {items.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <RunLine
                key={index % slots}
                {...{ row, index, columns, onPoint }}
                id={`${id}-${row.run}`}
                chosen={chosen.has(row.run)}
                active={index === at}
                opened={row.run === opened}
              />
            );
          })}
          {after > 0 && <Space height={after} span={columns.length + 1} />}
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are out of sight. */
const Space = ({ height, span }: { readonly height: number; readonly span: number }): ReactElement => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of no content, which nobody can focus
  <tr aria-hidden="true" className="runs-space">
    <td colSpan={span} style={{ height }} />
  </tr>
);

interface HeadCellProps {
  readonly column: RunColumn;
  readonly sorted: 'asc' | 'desc' | false;
  onSort(column: string): void;
}

function HeadCell({ column, sorted, onSort }: HeadCellProps): ReactElement {
  const order = { asc: 'ascending', desc: 'descending' } as const;
  return (
    <th
      scope="col"
      className={column.number === true ? 'runs-number' : undefined}
      title={column.hint}
      aria-sort={sorted === false ? undefined : order[sorted]}
    >
      <button type="button" onClick={() => onSort(column.id)} onKeyDown={(event) => event.stopPropagation()}>
        <span>
          {column.title}
          {sorted !== false && <Icon name={sorted === 'asc' ? 'up' : 'down'} />}
        </span>
        {column.unit !== undefined && column.unit !== '' && <span className="runs-unit">{column.unit}</span>}
      </button>
    </th>
  );
}
