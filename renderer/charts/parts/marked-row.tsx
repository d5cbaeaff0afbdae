import type { ReactElement } from 'react';
import type { Frame } from '../chart.ts';
import { px } from './px.ts';

interface MarkedRowProps {
  readonly frame: Frame;
  /** Rows that are drawn. */
  readonly rows: number;
  /** Of the first row, in pixels. */
  readonly top: number;
  readonly rowHeight: number;
}

/** The row that is pointed at, or chosen; nothing where that one is not drawn. */
export function MarkedRow({ frame, rows, top, rowHeight }: MarkedRowProps): ReactElement | null {
  const { theme, width, cursor, selected } = frame;
  const marked = cursor ?? selected;
  if (marked === undefined || marked >= rows) return null;
  return (
    <rect
      x={0}
      y={px(top + marked * rowHeight)}
      width={width}
      height={px(rowHeight)}
      fill={theme.grid}
      fillOpacity={0.5}
      data-part="cursor"
    />
  );
}
