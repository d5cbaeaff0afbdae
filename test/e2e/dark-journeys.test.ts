// Journeys A, D and E in the dark theme; in the light one they are walked where their screens are tested.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { small } from '../cli/studio.ts';
import { namesIn } from './names-in.ts';
import { copyInstallation, type OpenStudio, openStudio } from './open-studio.ts';
import { observedCsv, startSensitivity, walkCalibration, walkData, walkDesigner } from './walks.ts';

const copy = copyInstallation();
const project = mkdtempSync(path.join(tmpdir(), 'studio-dark-'));
let studio: OpenStudio;
beforeAll(async () => {
  cpSync(small, path.join(copy.scenarios, 'small'), { recursive: true });
  cpSync(path.join(root, 'scenarios/overlays'), path.join(copy.scenarios, 'overlays'), { recursive: true });
  studio = await openStudio({ installation: copy.folder, project, colorScheme: 'dark' });
});
afterAll(async () => {
  await studio?.close();
  copy.remove();
  rmSync(project, { recursive: true, force: true });
});

it('A: from a scenario to a proposal in eight clicks', async () => {
  expect(await studio.page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  expect(await walkDesigner(studio)).toBeLessThanOrEqual(8);
}, 90_000);

it('D: from runs to Parquet in five clicks', async () => {
  expect(await walkData('dark')(studio)).toBeLessThanOrEqual(5);
  expect(namesIn(path.join(project, 'exports/dark'))).toContain('dictionary.csv');
}, 60_000);

it('E: from a CSV file to a scenario that fits in seven clicks', async () => {
  const csv = path.join(project, 'observed.csv');
  writeFileSync(csv, observedCsv());
  await startSensitivity(studio);
  await studio.goTo('/run/small');
  expect(await walkCalibration(csv, 'Small, fitted')(studio)).toBeLessThanOrEqual(7);
  expect(studio.faults).toEqual([]);
}, 180_000);
