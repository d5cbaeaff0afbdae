// `sensitivity` and `run --until` as a person meets them, on the small scenario.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fresh, small, studio } from './studio.ts';

const ask = (...args: readonly string[]) => studio(['sensitivity', small, '--no-store', ...args]);
const factors = [
  '--factors',
  'agents.token.supply=500000..2000000,agents.token.price,reward.per-capacity.providerShare=0.2..0.8',
];
const cap = ['--measure', 'market.cap@end'];

it('tells shares of the variance where the budget is enough, the same with any number of threads', async () => {
  const args = [...factors, ...cap, '--seeds', '1..2', '--budget', '900', '--json'];
  const one = await ask(...args, '--workers', '1');
  const two = await ask(...args, '--workers', '2');
  expect(one.code).toBe(0);
  expect(one.out).toBe(two.out);
  const result = JSON.parse(one.out);
  expect(result).toMatchObject({ method: 'sobol', points: 64 * 6, runs: (64 * 6 + 1) * 2, without: [] });
  const effects = new Map(result.factors.map((each: { path: string }) => [each.path, each]));
  // What circulates is the first supply and what providers were given of what was minted; the price is recorded. A sum: no
  // interaction, so that the shares add up to all.
  expect(result.factors[0]).toMatchObject({ path: 'reward.per-capacity.providerShare', matters: true });
  const [share, supply] = result.factors.map(({ effect }: { effect: number }) => effect);
  expect(Math.abs(share + supply - 1)).toBeLessThan(0.05);
  expect(supply).toBeGreaterThan(0.2);
  expect(effects.get('agents.token.price')).toMatchObject({ effect: 0, matters: false, unsourced: true });
  expect(effects.get('agents.token.supply')).toMatchObject({ unsourced: false });
  expect(result.unsourced).toMatchObject({ factors: 1, of: 3, alone: 0, total: 0 });
  expect(result.unsourced.sentence).toContain(
    '0 % of the variance rests on the one parameter without a source',
  );
}, 120_000);

it('screens with less, and says why and what it left out', async () => {
  const { code, out, err } = await ask(
    '--all-unsourced',
    ...cap,
    '--seeds',
    '1',
    '--budget',
    '300',
    '--set',
    'agents.providers.rows=10',
  );
  expect(code).toBe(0);
  expect(err).toMatch(/Sobol' indices (of \d+ parameters would need|are for at most)/);
  expect(out).toContain("Morris' screening");
  expect(out).toContain('Each point has the same seeds, so luck is no effect.');
  expect(out).toMatch(/Not varied: .*market.recorded.price \(it is a series\)/);
  expect(out).not.toContain('agents.providers.rows');
}, 120_000);

it('reads an experiment file; flags win', async () => {
  const folder = fresh('project', 'experiments');
  const file = path.join(folder, 'which.yaml');
  const text = [
    'id: which',
    'title: Which',
    'question: Which matters?',
    `scenario: ${small}`,
    'set: { horizon: 5 day }',
    'seeds: 1',
    'measure: market.cap@end',
    'sensitivity:',
    '  budget: 60',
    '  seed: b',
    '  factors:',
    '    agents.token.supply: usual',
    '    agents.providers.hurdle.median: { min: 100, max: 400, scale: log }',
  ].join('\n');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  const out = fresh('out');
  const answered = await studio([
    'sensitivity',
    file,
    '--no-store',
    '--json',
    '--budget',
    '30',
    '--out',
    out,
  ]);
  expect(answered.code).toBe(0);
  const result = JSON.parse(answered.out);
  expect(result).toMatchObject({ method: 'morris', points: 27, seeds: ['1'], designSeed: 'b' });
  expect(result.factors.map((each: { path: string }) => each.path)).toEqual([
    'agents.token.supply',
    'agents.providers.hurdle.median',
  ]);
  expect(readFileSync(path.join(out, 'sensitivity.csv'), 'utf8').trimEnd().split('\n').length).toBe(3);
  expect(JSON.parse(readFileSync(path.join(out, 'sensitivity.json'), 'utf8'))).toEqual(result);
  writeFileSync(file, text.replace('budget: 60', 'budgett: 60'));
  const bad = await studio(['sensitivity', file, '--no-store']);
  expect(bad).toMatchObject({ code: 2 });
  expect(bad.err).toMatch(/which\.yaml:9:\d+: .*budgett.*\n.*Did you mean "budget"/);
}, 120_000);

it.each([
  [[...factors], '--measure', 'Nothing is measured.'],
  [[...cap], '--factors', 'There is no parameter to vary.'],
  [[...cap, ...factors, '--all'], '--all-unsourced', 'Two lists of parameters are asked for.'],
  [
    [...cap, '--factors', 'agents.token.suply'],
    'Did you mean "agents.token.supply"?',
    'There is no parameter "agents.token.suply"',
  ],
  [[...cap, '--factors', 'agents.token.supply=9..3'], 'path=5..20', '9 is not below 3.'],
  [[...cap, '--factors', 'agents.token.price=1..1e30'], '1000000', 'agents.token.price'],
  [[...cap, '--factors', 'agents.providers.spoofers=0'], 'path=a|b', 'neither a range nor several options'],
  [[...cap, '--factors', 'agents.token.price,agents.token.price'], 'Name it once.', 'is named twice'],
  [
    [...cap, ...factors, '--budget', '10'],
    'Raise --budget',
    'The budget pays for 1 points, too few for 3 parameters',
  ],
  [['--measure', 'market.cap', ...factors], 'market.price@end', 'A metric has a value every day'],
])('refuses %j in words', async (args, hint, message) => {
  const { code, err } = await ask(...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).toContain(hint);
});

it('runs until there are seeds enough, and says so', async () => {
  const folder = fresh('out');
  const { code, out, err } = await studio([
    'run',
    small,
    '--until',
    'providers.active@end < 50 %',
    '--out',
    folder,
    '--json',
  ]);
  expect(code).toBe(0);
  expect(err).toMatch(
    /^Enough: after 20 seeds the interval of providers\.active@end spans [\d.]+ % of the median\.$/m,
  );
  expect(JSON.parse(out).seeds.length).toBe(20);
  const plain = await studio(['run', small, '--seeds', '1..20', '--out', fresh('out'), '--json']);
  expect(JSON.parse(out).digest).toBe(JSON.parse(plain.out).digest);
  const all = await studio([
    'run',
    small,
    '--until',
    'decentralised < 1',
    '--set',
    'horizon=40 day',
    '--seeds',
    '1..23',
    '--out',
    folder,
    '--json',
  ]);
  expect(all.err).toContain('All 23 seeds have run, and the interval of decentralised spans');
  expect(JSON.parse(all.out).seeds.length).toBe(23);
});
