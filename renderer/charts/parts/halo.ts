import type { ChartTheme } from '../chart-theme.ts';

/** A rim of the background around a text that stands on a drawing. */
export const halo = ({ background }: Pick<ChartTheme, 'background'>) =>
  ({ stroke: background, strokeWidth: 3, strokeLinejoin: 'round', paintOrder: 'stroke' }) as const;
