import type { ReactElement } from 'react';
import { type ChartProps, TimePlot } from './time-plot.tsx';

/** One or more quantities of one unit as lines, each with its 50 % band: circulating supply, burn against issue. */
export function LineChart(props: ChartProps): ReactElement {
  return <TimePlot {...props} bands={['50']} />;
}
