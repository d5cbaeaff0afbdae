import type { ComponentType } from 'react';
import type { MetricDescription } from '../../sim-core/contract/metric.ts';
import { FanChart } from './fan-chart.tsx';
import { LineChart } from './line-chart.tsx';
import type { ChartProps } from './time-plot.tsx';

/** A chart of the Run screen: which metrics, drawn how. */
export interface ChartDescription {
  /** Part of the names of its files. */
  readonly id: string;
  readonly component: ComponentType<ChartProps>;
  /** Shows one real path beside the spread of all seeds. */
  readonly samplePath: boolean;
  /** Metrics of one unit, the whole before its part. */
  readonly series: readonly { readonly metric: string; readonly label: string }[];
  /** Of several metrics together; one alone says it itself. */
  readonly title?: string;
  readonly definition?: string;
}

const fan = (id: string, metric: string): ChartDescription => ({
  id,
  component: FanChart,
  samplePath: true,
  series: [{ metric, label: '' }],
});

/** What a person looks at first, in reading order. */
export const charts: readonly ChartDescription[] = [
  fan('active-providers', 'providers.active'),
  fan('token-price', 'market.price'),
  { ...fan('circulating-supply', 'supply.circulating'), component: LineChart, samplePath: false },
  {
    id: 'burn-and-issue',
    component: LineChart,
    samplePath: false,
    title: 'Minted and burned',
    definition: 'Tokens that come into being and tokens destroyed each day',
    series: [
      { metric: 'supply.minted', label: 'minted' },
      { metric: 'supply.burned', label: 'burned' },
    ],
  },
  fan('reward', 'providers.reward-usd'),
  fan('payback', 'providers.payback'),
];

/** The charts above that these metrics can fill. */
export function chartsFor(metrics: readonly MetricDescription[]): ChartDescription[] {
  const has = (id: string) => metrics.some((metric) => metric.id === id);
  return charts.filter(({ series }) => series.every(({ metric }) => has(metric)));
}

/** The chart of one metric alone. */
export const chartOf = (metric: string): ChartDescription =>
  charts.find(({ series }) => series.length === 1 && series[0]?.metric === metric) ??
  fan(metric.replace('.', '-'), metric);
