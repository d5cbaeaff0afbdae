import type { ReactElement } from 'react';
import { px } from './px.ts';

interface WhiskerProps {
  /** Px along the axis. */
  readonly from: number;
  readonly to: number;
  /** Px across it. */
  readonly at: number;
  readonly colour: string;
  readonly vertical?: boolean;
}

/** An interval as a thin line with feet. */
export function Whisker({ from, to, at, colour, vertical = false }: WhiskerProps): ReactElement {
  const foot = 3;
  const [a, b, c] = [px(from), px(to), px(at)];
  const d = vertical
    ? `M${c},${a}L${c},${b}M${px(at - foot)},${a}h${2 * foot}M${px(at - foot)},${b}h${2 * foot}`
    : `M${a},${c}L${b},${c}M${a},${px(at - foot)}v${2 * foot}M${b},${px(at - foot)}v${2 * foot}`;
  return <path d={d} stroke={colour} strokeWidth={1.25} fill="none" data-part="interval" />;
}
