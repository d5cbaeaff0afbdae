// `optimise` as a person meets it.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fresh, small, studio } from './studio.ts';

const design = `design: { kind: latin-hypercube, runs: 8, parameters: { emission.halving.initial: { min: 1000, max: 100000, scale: log } } }`;
const goals =
  'goals: maximise supply.minted@end subject to supply.outstanding@end < 1.002e6 token with P >= 0.75';

function experiment(...lines: readonly string[]): string {
  const folder = fresh('experiment');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'look.yaml');
  const head = [
    'id: look',
    'title: Look',
    'question: How much?',
    `scenario: ${small}/scenario.yaml`,
    'seeds: 1..2',
  ];
  writeFileSync(file, [...head, ...lines].join('\n'));
  return file;
}

it('finds the end of what a constraint allows, alike each time', async () => {
  const file = experiment(design, goals);
  const options = ['--budget', '200', '--json', '--no-store'];
  const { code, out } = await studio(['optimise', file, ...options]);
  expect(code).toBe(0);
  const { front, runs, asItIs } = JSON.parse(out);
  expect(runs).toBeLessThanOrEqual(200);
  // 60,000,000 tokens a year as it is: far above. Allowed are 2,000 net of what is burned, in 20 days.
  expect(asItIs.constraints[0].kept).toBe(false);
  expect(front[0].holds).toBe(true);
  const best = Number(front[0].point[0].written);
  const more = [
    '--seeds',
    '1..2',
    '--json',
    '--out',
    fresh('run'),
    '--set',
    `emission.halving.initial=${best * 1.2}`,
  ];
  const beyond = JSON.parse((await studio(['run', small, ...more])).out);
  const outstanding = beyond.metrics.find(({ id }: { id: string }) => id === 'supply.outstanding');
  expect(outstanding.p5).toBeGreaterThan(1.002e6);
  expect((await studio(['optimise', file, ...options])).out).toBe(out);
});

it('ends with 1 where nothing keeps to the constraints, and shows what misses them least', async () => {
  const file = experiment(design, goals.replace('1.002e6', '1'));
  const { code, out } = await studio(['optimise', file, '--budget', '60']);
  expect(code).toBe(1);
  expect(out).toContain('No candidate kept to the constraints');
});

it.each([
  ['goals: maximise supply.mintd@end', 'Did you mean "supply.minted"?'],
  ['goals: improve supply.minted@end', 'begins with neither maximise nor minimise'],
  ['goals: maximise supply.minted@36mo', 'Day 1095 is outside the run.'],
  ['goals: maximise supply.minted@end subject to market.price@end < 3 USD', 'the measure is in USD/token'],
  ['measure: [supply.minted@end]', 'The experiment has no goals'],
])('refuses %s, with its place', async (line, message) => {
  const { code, out, err } = await studio(['optimise', experiment(design, line)]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
  expect(err).toContain('look.yaml');
});

it('refuses what is no experiment, one without a design, and a budget that pays for nothing', async () => {
  expect((await studio(['optimise', small])).err).toContain('is no experiment file');
  expect((await studio(['optimise', experiment(goals)])).err).toContain('The experiment has no design');
  const file = experiment(design, goals);
  expect((await studio(['optimise', file, '--budget', '10'])).err).toContain('10 runs are too few');
});
