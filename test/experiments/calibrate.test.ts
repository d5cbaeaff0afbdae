// Fits records that the model itself made, with luck of its own.
import { expect, it } from 'vitest';
import { findScenario, scenarioAt } from '../../main/cli/find-scenario.ts';
import type { CalibrateProgress } from '../../main/services/experiments/calibrate/calibrate-answer.ts';
import { calibrateTask } from '../../main/services/experiments/calibrate/calibrate-task.ts';
import { runCalibrate } from '../../main/services/experiments/calibrate/run-calibrate.ts';
import { runCases } from '../../main/services/experiments/runner.ts';
import { installationIn } from '../../main/services/installation.ts';
import { root } from '../../scripts/root.mjs';
import type { ObservedColumn } from '../../sim-core/analysis/calibrate/observed-column.ts';
import type { BatchResult } from '../../sim-core/contract/run.ts';
import { applyPoint } from '../../sim-core/scenario/experiment/apply-point.ts';

const installation = installationIn(root);
const shipped = await scenarioAt(await findScenario('wireless-burn-mint', installation), installation);
const changed = (changes: readonly { readonly path: string; readonly value: number }[]) => {
  const point = changes.map(({ path, value }) => ({ path, written: `${value}` }));
  const read = applyPoint(shipped, [{ path: 'horizon', written: '180 day' }, ...point], new Map());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.document;
};
const coarse = [
  { path: 'agents.providers.rows', value: 200 },
  { path: 'agents.providers.weight', value: 1800 },
];
const document = changed(coarse);
const truth = [
  { path: 'agents.providers.attention.median', value: 0.15 },
  { path: 'agents.providers.patience.median', value: 50 },
];

/** What one seed of the true scenario reports. */
async function recordOf(seed: string): Promise<BatchResult> {
  const cases = [{ document: changed([...coarse, ...truth]), seeds: [seed] }];
  for await (const { batch } of runCases(cases, { installation, columns: true })) return batch;
  throw new Error('nothing came');
}

const columnOf = ({ metrics, seeds, startDay }: BatchResult, metric: string): ObservedColumn => {
  const values = seeds[0]?.columns[metrics.findIndex(({ id }) => id === metric)] ?? new Float64Array();
  const observations = [...values].map((value, i) => ({ day: startDay + i, days: 1, value, line: i + 2 }));
  return { column: metric, metric, how: 'at', observations };
};

const taskOf = (record: BatchResult) =>
  calibrateTask({
    ...{ document, shelf: new Map(), record: 'made', metrics: record.metrics, notes: [], leaveOut: [] },
    observed: ['providers.active'].map((metric) => columnOf(record, metric)),
    factors: [
      { path: 'agents.providers.attention.median', min: 0.02, max: 0.6, scale: 'log' },
      { path: 'agents.providers.patience.median', min: 10, max: 300, scale: 'log' },
    ],
    holdOut: { kind: 'share', share: 0.25 },
    seeds: ['1', '2', '3', '4'],
    budget: 200,
    designSeed: '1',
  });

const told: CalibrateProgress[] = [];
const records = await Promise.all(['one', 'two'].map(recordOf));
const [first, ...others] = records;
if (first === undefined) throw new Error('there is no record');
const options = { installation, workers: 2 };
const answer = await runCalibrate(taskOf(first), {
  ...options,
  told: (progress) => void told.push(progress),
});

it('has intervals that hold the values with which the records were made, and say something', async () => {
  const answers = [answer];
  for (const record of others) answers.push(await runCalibrate(taskOf(record), options));
  for (const { parameters } of answers) {
    expect(parameters.map(({ path }) => path)).toEqual(truth.map(({ path }) => path));
    for (const [k, { low, high, min, max, told: known, openBelow, openAbove }] of parameters.entries()) {
      expect(known).toBe('known');
      expect(low).toBeLessThan(truth[k]?.value ?? 0);
      expect(high).toBeGreaterThan(truth[k]?.value ?? 0);
      expect([openBelow, openAbove]).toEqual([false, false]);
      expect(Math.log(high / low) / Math.log(max / min)).toBeLessThan(0.75);
    }
  }
}, 120_000);

it('meets what was held out better than the scenario as it was, and says how well a constant would', () => {
  const held = answer.scores.find(({ window }) => window === 'held-out');
  expect(held?.observations).toBe(45);
  expect(held?.error).toBeLessThan((held?.before ?? 0) / 3);
  const observed = answer.residuals.map(({ observation }) => observation.value);
  const off = observed.slice(135).map((value) => Math.log((observed[134] ?? 0) / value) ** 2);
  const root = Math.sqrt(off.reduce((sum, square) => sum + square, 0) / off.length);
  expect(held?.constant).toBeCloseTo(Math.exp(root) - 1, 12);
  const [fitted, all] = [answer.residuals.filter(({ window }) => window === 'fit'), answer.residuals];
  const inside = fitted.filter(({ expected }) => expected.holds).length;
  expect(inside / fitted.length).toBeGreaterThan(0.85);
  expect(all.map(({ observation }) => observation.day)).toEqual(all.map((_, i) => first.startDay + i));
});

it('tells how far it is, with the best so far, and ends within its budget', () => {
  expect([...new Set(told.map(({ stage }) => stage))]).toEqual(['search', 'slopes', 'check']);
  const points = told.map((progress) => progress.points);
  expect(points).toEqual([...points].sort((a, b) => a - b));
  const errors = told.flatMap(({ best }) => (best === undefined ? [] : [best.error]));
  expect(errors).toEqual([...errors].sort((a, b) => b - a));
  expect(told.every(({ points: done, of }) => done <= of)).toBe(true);
  expect(answer.runs).toBeLessThanOrEqual(200);
});

it('stops when it is told to', async () => {
  const controller = new AbortController();
  const stopping = { ...options, signal: controller.signal, told: () => controller.abort() };
  await expect(runCalibrate(taskOf(first), stopping)).rejects.toMatchObject({ code: 'experiment.cancelled' });
});
