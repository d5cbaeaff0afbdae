import type { ReactElement } from 'react';
import { type ChartProps, TimePlot } from './time-plot.tsx';

/** One quantity over all seeds: median, 50 % and 90 % bands, and one real path. How will it go, and how sure are we? */
export function FanChart(props: ChartProps): ReactElement {
  return <TimePlot {...props} bands={['50', '90']} />;
}
