import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Chart } from './chart.ts';
import { lightTheme } from './chart-theme.ts';
import { column, fanOf, span } from './examples/shapes.ts';
import { heatmap } from './field/heatmap.tsx';
import { parallel } from './field/parallel.tsx';
import { pareto } from './field/pareto.tsx';
import { responseLine } from './field/response-line.tsx';
import { tokenFlows } from './flow/token-flows.tsx';
import { groupGains } from './rank/group-gains.tsx';
import { lorenz } from './rank/lorenz.tsx';
import { lorenzCurveOf } from './rank/lorenz-curve-of.ts';
import { faultsOf } from './test-texts.ts';
import { cohortMargins } from './time/cohort-margins.tsx';
import { differenceFans, overlaidFans } from './time/scenario-fans.tsx';
import { sourcesAndSinks } from './time/sources-and-sinks.tsx';

/** Names as long as a scenario, a region or a parameter of a project may have them. */
const long = (which: number): string =>
  `Number ${which}, the share of the demand of all enterprises that pays in credits (regions together)`;
const three = [0, 1, 2];
const what = { title: long(9), definition: long(8), unit: 'USD/token/month' };
const scenarios = three.map((style) => ({
  ...{ label: long(style), style, fan: fanOf((tick) => 1e6 * (style + tick), 5e5) },
}));
const candidate = (at: number) => ({
  ...{ label: long(at), x: { value: at }, y: { value: at / 3 }, feasible: true, onFront: true },
});
const goal = (which: number) => ({ written: long(which), sense: 'maximise' as const, unit: 'USD/month' });
const flows = three.map((which) => ({ label: long(which), values: column((tick) => 1e6 + which * tick) }));
const axes = (count: number) =>
  parallel({
    title: long(9),
    axes: Array.from({ length: count }, (_, which) => ({ label: long(which), unit: 'USD', scale: 'log' })),
    lines: three.map((which) => ({ label: long(which), values: Array(count).fill(1 + which) })),
  });

const charts: Readonly<Record<string, Chart>> = {
  'two axes': axes(2),
  'three axes': axes(3),
  'four axes': axes(4),
  'seven axes': axes(7),
  'overlaid fans': overlaidFans({ ...what, span, scenarios }),
  'difference fans': differenceFans({ ...what, span, scenarios, base: long(7) }),
  'sources and sinks': sourcesAndSinks({ ...what, span, sources: flows, sinks: flows.slice(0, 2) }),
  margins: cohortMargins({
    ...{ ...what, by: 'class', days: [span.startDay, span.startDay + 30] },
    cohorts: three.map((which) => ({ label: long(which), values: Float64Array.of(-1e6, 2e6) })),
  }),
  gains: groupGains({
    ...{ base: long(7), other: long(6), by: 'class', quantity: what },
    groups: three.map((which) => ({
      ...{ group: long(which), base: 1, agents: 1e9 },
      difference: { mean: 1e6 * (which - 1), pairs: 20 },
    })),
  }),
  lorenz: lorenz({
    ...{ title: 'Rewards', holders: 'providers', when: 'on 2026-04-22' },
    curves: three.map((style) => ({
      ...{ label: long(style), style, nakamoto: 123 },
      ...lorenzCurveOf([
        { holders: 5, held: 1 },
        { holders: 1, held: 9 },
      ]),
    })),
  }),
  heatmap: heatmap({
    ...{ ...what, values: Float64Array.from({ length: 9 }, (_, cell) => cell) },
    x: { label: long(1), unit: 'USD', values: three.map(long), base: 1 },
    y: { label: long(2), unit: 'USD', values: three.map(long), base: 1 },
  }),
  pareto: pareto({
    ...{ x: goal(1), y: goal(2), candidates: three.map(candidate), asItIs: candidate(2.5) },
    constraints: [long(3)],
    limits: [{ axis: 'y', keep: 'below', value: 1, written: long(3) }],
  }),
  response: responseLine({
    ...{ ...what, intervalMeans: '9 of 10 seeds', x: { label: long(1), unit: 'USD', scale: 'log' }, base: 3 },
    points: three.map((which) => ({ x: 1 + which, value: which, low: which - 1, high: which + 1 })),
    level: { value: 1, label: long(3) },
  }),
  flows: tokenFlows({
    ...{ title: 'Tokens', unit: 'token', when: 'on 2026-04-22' },
    flows: three.map((which) => ({ from: 'minted', to: long(which), reason: long(5), amount: 1e6 + which })),
  }),
};

it.each(Object.keys(charts))('%s: long names stay inside and apart', (name) => {
  const chart = charts[name];
  for (const width of [280, 360, 520, 760, 1200]) {
    const frame = { theme: lightTheme, width, height: chart?.heightAt(width) ?? 0 };
    const svg = chart === undefined ? '' : renderToStaticMarkup(chart.draw(frame));
    expect(faultsOf(svg, frame), `${width} px`).toEqual([]);
  }
});
