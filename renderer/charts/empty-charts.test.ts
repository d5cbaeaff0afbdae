import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { lightTheme } from './chart-theme.ts';
import { squareWorld } from './examples/map.ts';
import { coverageCurve } from './field/coverage-curve.tsx';
import { heatmap } from './field/heatmap.tsx';
import { parallel } from './field/parallel.tsx';
import { pareto } from './field/pareto.tsx';
import { responseLine } from './field/response-line.tsx';
import { tokenFlows } from './flow/token-flows.tsx';
import { regionMap } from './map/region-map.tsx';
import { groupGains } from './rank/group-gains.tsx';
import { lorenz } from './rank/lorenz.tsx';
import { tornado } from './rank/tornado.tsx';
import { cohortMargins } from './time/cohort-margins.tsx';
import { observedFan } from './time/observed-fan.tsx';
import { differenceFans, overlaidFans } from './time/scenario-fans.tsx';
import { sourcesAndSinks } from './time/sources-and-sinks.tsx';
import { sparkline } from './time/sparkline.tsx';

const span = { startDay: 19_471, ticks: 2 };
const unknown = Float64Array.of(Number.NaN, Number.NaN);
const fan = { seeds: 0, p5: unknown, p25: unknown, median: unknown, p75: unknown, p95: unknown };
const of = { title: 'It', definition: 'It.', unit: 'unit', span };
const goal = { written: 'it', sense: 'maximise', unit: 'unit' } as const;
const nowhere = {
  label: '',
  x: { value: Number.NaN },
  y: { value: Number.NaN },
  feasible: true,
  onFront: false,
};
const axis = { label: 'A', unit: '1', values: ['1'] };

it.each([
  overlaidFans({ ...of, scenarios: [] }),
  overlaidFans({ ...of, scenarios: [{ label: 'a', style: 0, fan }] }),
  differenceFans({ ...of, base: 'base', scenarios: [{ label: 'a', style: 0, fan }] }),
  sourcesAndSinks({ ...of, sources: [], sinks: [] }),
  sourcesAndSinks({ ...of, sources: [{ label: 'a', values: unknown }], sinks: [] }),
  cohortMargins({ ...of, by: 'cohort', days: [], cohorts: [] }),
  cohortMargins({ ...of, by: 'cohort', days: [1], cohorts: [{ label: 'a', values: unknown }] }),
  observedFan({ ...of, fan, observed: [], source: '' }),
  observedFan({ ...of, fan, observed: [{ tick: 0, value: Number.NaN }], source: '' }),
  sparkline({ ...of, fan }),
  tokenFlows({ title: 'It', unit: 'token', when: 'never', flows: [] }),
  regionMap({ ...of, when: 'never', regions: [], topology: squareWorld }),
  regionMap({ ...of, when: 'never', regions: [{ name: 'China', value: Number.NaN }], topology: squareWorld }),
  tornado({
    ...{ title: 'It', unit: 'unit', method: 'sobol', effectMeans: 'e', intervalMethod: '', points: 0 },
    ...{ factors: [], unsourced: { sentence: 'None.' } },
  }),
  groupGains({ base: 'a', other: 'b', by: 'region', quantity: of, groups: [] }),
  lorenz({ title: 'It', holders: 'providers', when: 'never', curves: [] }),
  responseLine({
    ...{ title: 'It', unit: 'unit', intervalMeans: 'i', points: [] },
    x: { label: 'X', unit: '1', scale: 'log' },
  }),
  heatmap({ title: 'It', unit: 'unit', x: axis, y: axis, values: Float64Array.of(Number.NaN) }),
  heatmap({ ...of, x: { ...axis, values: [] }, y: { ...axis, values: [] }, values: new Float64Array() }),
  parallel({ title: 'It', axes: [], lines: [] }),
  parallel({
    title: 'It',
    axes: [{ label: 'a', unit: '1', scale: 'log' }],
    lines: [{ label: 'x', values: [] }],
  }),
  pareto({ x: goal, y: goal, candidates: [], asItIs: nowhere, constraints: [], limits: [] }),
  coverageCurve({ title: 'It', bands: [], observations: 0 }),
  coverageCurve({ title: 'It', bands: [{ nominal: 0.9, inside: 0 }], observations: 0 }),
])('%# is drawn before anything is known', (chart) => {
  const frame = { theme: lightTheme, width: 300, height: 320, heading: true, cursor: 0, selected: 3 };
  expect(renderToStaticMarkup(chart.draw(frame))).not.toMatch(/NaN|Infinity|undefined/);
  expect(`${chart.title} ${chart.subtitle} ${chart.summary}`).not.toMatch(/NaN|Infinity|undefined/);
  expect(() => chart.itemAt(frame, 150, 150)).not.toThrow();
  expect(chart.table().rows).toBeGreaterThanOrEqual(0);
});
