import { charts } from '../charts.ts';
import { cohortMargins } from '../time/cohort-margins.tsx';
import { metricChart } from '../time/metric-chart.tsx';
import { observedFan } from '../time/observed-fan.tsx';
import { differenceFans, overlaidFans } from '../time/scenario-fans.tsx';
import { sourcesAndSinks } from '../time/sources-and-sinks.tsx';
import { sparkline } from '../time/sparkline.tsx';
import { column, fanOf, noise, span } from './shapes.ts';

const providers = {
  title: 'Active providers',
  definition: 'Real units that run at the end of the day.',
  unit: 'unit',
  span,
};

const [fan] = charts;

export const metric = metricChart(fan ?? { id: '', component: () => null, samplePath: false, series: [] }, {
  ...providers,
  series: [{ label: '', fan: fanOf((tick) => 370_000 - 3_000 * tick, 60_000), paths: [] }],
});

export const overlaid = overlaidFans({
  ...providers,
  scenarios: [
    { label: 'base', style: 'base', fan: fanOf((tick) => 370_000 - 3_000 * tick, 60_000) },
    { label: 'earlier halving', style: 0, fan: fanOf((tick) => 370_000 - 3_600 * tick, 50_000) },
    { label: 'hardware 30 % cheaper', style: 1, fan: fanOf((tick) => 370_000 - 2_900 * tick, 40_000) },
  ],
});

export const difference = differenceFans({
  ...providers,
  base: 'base',
  scenarios: [{ label: 'earlier halving', style: 0, fan: fanOf((tick) => -10 * tick * tick, 20_000) }],
});

export const differences = differenceFans({
  ...providers,
  base: 'base',
  scenarios: [
    { label: 'earlier halving', style: 0, fan: fanOf((tick) => -10 * tick * tick, 20_000) },
    { label: 'hardware 30 % cheaper', style: 1, fan: fanOf((tick) => 90 * tick, 12_000) },
    { label: 'twice the demand', style: 2, fan: fanOf((tick) => 70 * tick, 12_000) },
  ],
});

export const sourcesSinks = sourcesAndSinks({
  title: 'Tokens',
  definition: 'Tokens that come into being and tokens destroyed each day, mean over seeds.',
  unit: 'token/day',
  span,
  sources: [
    { label: 'scheduled', values: column((tick) => (tick < 30 ? 80_000 : 40_000)) },
    { label: 're-emitted', values: column((tick) => 4_000 + 100 * tick) },
  ],
  sinks: [
    { label: 'burned for credits', values: column((tick) => 6_000 + 700 * tick) },
    { label: 'slashed', values: column((tick) => 900 + 600 * noise(tick)) },
  ],
});

export const margins = cohortMargins({
  title: 'Margin',
  definition: "Average profit of the group's active units over their income.",
  unit: 'share',
  by: 'cohort',
  days: Array.from({ length: 25 }, (_, sample) => span.startDay + 29 + 30 * sample),
  cohorts: [
    { label: 'before the start', values: column((sample) => 0.4 - 0.02 * sample, 25) },
    { label: 'year 1', values: column((sample) => 0.25 - 0.025 * sample, 25) },
    {
      label: 'year 2',
      values: column((sample) => (sample < 12 ? Number.NaN : -0.3 + 0.02 * (sample - 12)), 25),
    },
    {
      label: 'year 3',
      values: column((sample) => (sample < 20 ? Number.NaN : 0.05 - 0.05 * (sample % 3)), 25),
    },
  ],
});

export const observed = observedFan({
  title: 'Weekly rewards',
  definition: 'Tokens paid to providers in the week',
  unit: 'token',
  span,
  source: 'chain records, 2023.',
  fan: fanOf((tick) => 900_000 - 6_000 * tick, 220_000),
  observed: Array.from({ length: 12 }, (_, week) => ({
    tick: 3 + 5 * week,
    value: 900_000 - 30_000 * week + 260_000 * (noise(week) - 0.5),
    heldOut: week > 8,
  })),
});

export const score = sparkline({
  ...providers,
  fan: fanOf((tick) => 370_000 - 3_000 * tick, 60_000),
  delta: { base: 'base', mean: -12_300, interval: { low: -15_000, high: -9_600 } },
  verdict: { word: 'watch', rule: 'More providers on the last day than on the first.' },
});
