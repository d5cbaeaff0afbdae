import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { installationIn } from '../installation.ts';
import { listScenarios, openShipped } from './open-scenarios.ts';
import { courseText, readCourse } from './stored-course.ts';

const { scenarios } = installationIn(fileURLToPath(new URL('../../..', import.meta.url)));
const shipped = [{ place: 'shipped' as const, folder: scenarios }];

it('every shipped scenario has what came of it as it is now: `scenario course <id>` makes it anew', async () => {
  const listed = await listScenarios(nodeFiles, shipped);
  expect(listed.filter(({ course }) => course === undefined).map(({ id }) => id)).toEqual([]);
  for (const { id, variants } of listed)
    expect(variants.every((each) => each.id.startsWith(`${id}/`) && each.problem === undefined)).toBe(true);
  expect(listed.flatMap(({ variants }) => variants)).toContainEqual({
    id: 'wireless-burn-mint/free',
    title: 'Wireless, burn and mint, free',
  });
});

/** Three seeds of 121 days, whose price is the day and a little more for each seed. */
const batch: BatchResult = {
  startDay: 0,
  sampleTicks: [],
  ticks: 121,
  metrics: [{ id: 'market.price', title: 'Token price', unit: 'USD/token', definition: 'Close', source: '' }],
  breakdowns: [],
  verdicts: [],
  failures: [],
  digest: 'sha256:b',
  seeds: [0, 1, 2].map((more) => ({
    seed: `${more}`,
    digest: 'sha256:s',
    columns: [Float64Array.from({ length: 121 }, (_, day) => (day < 2 ? Number.NaN : day + more))],
    breakdowns: [],
  })),
};

it('keeps every other day of 121, with nothing where no seed has a value, and only of the same spec', async () => {
  const { spec } = await openShipped(nodeFiles, scenarios, 'blank-network');
  const text = courseText(spec, batch);
  const { course, specDigest } = JSON.parse(text);
  expect(specDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(course).toMatchObject({ metric: 'market.price', unit: 'USD/token', seeds: 3 });
  expect(course.median.slice(0, 3)).toEqual([null, 3, 5]);
  expect(course.low.at(-1)).toBe(120.1);
  expect(course.high.at(-1)).toBe(121.9);
  expect(course.median).toHaveLength(61);
  expect(text.split('\n').length).toBeLessThan(16);
});

it('is left out where the scenario has changed since', async () => {
  const { spec } = await openShipped(nodeFiles, scenarios, 'blank-network');
  const folder = path.join(scenarios, 'blank-network');
  const read = (asked: typeof spec) => readCourse(nodeFiles, folder, 'scenario.yaml', asked);
  expect(await read(spec)).toMatchObject({ metric: 'providers.active' });
  expect(await read({ ...spec, ticks: spec.ticks + 1 })).toBeUndefined();
});
