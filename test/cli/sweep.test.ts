// `sweep` as a person meets it: a child process, its files, its exit code.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fresh, small, start, studio } from './studio.ts';

const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');
const rowsOf = (folder: string): readonly (readonly string[])[] =>
  read(folder, 'sweep.csv')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
const supplies = ['--vary', 'agents.token.supply=1000000,2000000,3000000'];
const placed = () => {
  const folder = fresh('sweep');
  return { out: path.join(folder, 'out'), store: path.join(folder, 'runs') };
};
const into = ({ out, store }: ReturnType<typeof placed>) => ['--out', out, '--store', store];

describe('a sweep', async () => {
  const place = placed();
  const args = ['sweep', small, ...supplies, '--seeds', '1..3', ...into(place)];
  const answered = await studio(args);
  const table = read(place.out, 'sweep.csv');
  const again = await studio([...args, '--json', '--workers', '1']);

  it('ends with 0, says beforehand what it costs, and then its digest', () => {
    expect(answered.code).toBe(0);
    expect(answered.err).toMatch(
      /^3 cases x 3 seeds = 9 runs: about \d+ \w+ on \d+ workers?, \d+ MB on the disk\.\n$/,
    );
    expect(answered.out).toMatch(/digest sha256:[0-9a-f]{64}/);
  });

  it('writes a line a case, with what run says of the same seeds', async () => {
    const [header = [], ...rows] = rowsOf(place.out);
    expect(header.slice(0, 7)).toEqual([
      'case',
      'agents.token.supply',
      'finished',
      'failed',
      'providers.active@end_p5',
      'providers.active@end_p50',
      'providers.active@end_p95',
    ]);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['1', '1000000', '3', '0'],
      ['2', '2000000', '3', '0'],
      ['3', '3000000', '3', '0'],
    ]);
    const run = await studio([
      ...['run', small, '--seeds', '1..3', '--set', 'agents.token.supply=2000000', '--json'],
      ...['--out', fresh('out')],
    ]);
    const { digest, metrics } = JSON.parse(run.out);
    expect(rows[1]?.[header.indexOf('digest')]).toBe(digest);
    const price = metrics.find(({ id }: { id: string }) => id === 'supply.circulating');
    expect(Number(rows[1]?.[header.indexOf('supply.circulating@end_p50')])).toBe(price.p50);
    expect(readdirSync(path.join(place.store, rows[1]?.at(-1) ?? ''))).toContain('seed-1.seed');
  });

  it('describes every column, and holds what a repetition needs', () => {
    const columns = read(place.out, 'dictionary.csv').trimEnd().split('\n').slice(1);
    expect(columns.map((line) => line.split(',')[1])).toEqual(rowsOf(place.out)[0]);
    expect(JSON.parse(read(place.out, 'manifest.json'))).toMatchObject({
      format: 'depin-studio/sweep/1',
      complete: true,
      scenario: { id: 'small' },
      design: { kind: 'factorial', factors: [{ path: 'agents.token.supply' }] },
      seeds: ['1', '2', '3'],
      cases: 3,
    });
  });

  it('is not simulated again, and writes the same bytes', () => {
    expect(again.err).toBe('3 cases x 3 seeds = 9 runs, all of them in the store.\n');
    const digest = /sha256:[0-9a-f]{64}/.exec(answered.out)?.[0];
    expect(JSON.parse(again.out)).toMatchObject({
      digest,
      complete: true,
      simulated: 0,
      stored: 9,
      failed: 0,
    });
    expect(read(place.out, 'sweep.csv')).toBe(table);
  });

  it('takes from the store what another sweep has left there', async () => {
    const wider = ['sweep', small, '--vary', 'agents.token.supply=2000000,4000000', '--seeds', '2..4'];
    const { out } = await studio([...wider, '--store', place.store, '--out', fresh('out'), '--json']);
    expect(JSON.parse(out)).toMatchObject({ simulated: 4, stored: 2 });
  });

  it('--estimate runs nothing', async () => {
    const nowhere = placed();
    const { code, out } = await studio([...args.slice(0, 6), '--estimate', ...into(nowhere)]);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('3 cases x 3 seeds = 9 runs') });
    expect(existsSync(nowhere.out) || existsSync(nowhere.store)).toBe(false);
  });
});

it('tells measures that are asked for: quantiles of a metric, a verdict with its interval', async () => {
  const place = placed();
  const { code } = await studio([
    ...['sweep', small, '--vary', 'horizon=400 day,800 day', '--seeds', '1..2', ...into(place)],
    ...['--measure', 'mean(market.price)', '--measure', 'no-death-spiral'],
  ]);
  expect(code).toBe(0);
  const [header = [], first = []] = rowsOf(place.out);
  expect(header.slice(4, -2)).toEqual([
    ...['p5', 'p50', 'p95'].map((part) => `mean(market.price)_${part}`),
    ...['held', 'probability', 'low', 'high'].map((part) => `no-death-spiral_${part}`),
  ]);
  expect(first.slice(4, 7)).toEqual(['2', '2', '2']);
  expect(first.slice(7, 9)).toEqual(['2', '1']);
  expect(Number(first[9])).toBeCloseTo(0.3424, 4); // Wilson, 2 of 2
});

it('seeds that fail are told, stop no other case, and end with 1', async () => {
  const place = placed();
  const { code, err } = await studio([
    ...['sweep', small, '--vary', 'agents.token.supply=5,1000000', '--seeds', '1..2', ...into(place)],
  ]);
  expect(code).toBe(1);
  expect(err).toContain('Seed 1 of the case "agents.token.supply=5" failed: ');
  expect(err).toContain('2 seeds failed; the others are in the files.');
  expect(rowsOf(place.out).map((row) => row.slice(1, 4))).toEqual([
    ['agents.token.supply', 'finished', 'failed'],
    ['5', '0', '2'],
    ['1000000', '2', '0'],
  ]);
});

it.skipIf(process.platform === 'win32')(
  'Ctrl-C keeps what is done, which can be read, and the rest is done later',
  async () => {
    const place = placed();
    const args = [
      ...[
        'sweep',
        small,
        '--vary',
        'agents.token.supply=1000000..2000000/60',
        '--seeds',
        '1..2',
        ...into(place),
      ],
      ...['--set', 'horizon=1 year', '--set', 'agents.providers.rows=500', '--json'],
    ];
    const running = start(args);
    const lines = () => (existsSync(path.join(place.out, 'sweep.csv')) ? rowsOf(place.out).length : 0);
    while (lines() < 4) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(JSON.parse(read(place.out, 'manifest.json'))).toMatchObject({ complete: false });
    running.interrupt();
    const { code, err } = await running.done;
    expect(code).toBe(1);
    expect(err).toMatch(/It was interrupted: \d+ of 60 cases are in sweep\.csv\. Start it again/);
    const { complete, finishedCases } = JSON.parse(read(place.out, 'manifest.json'));
    expect(complete).toBe(false);
    expect(rowsOf(place.out)).toHaveLength(1 + finishedCases);
    const rest = await studio(args);
    expect(JSON.parse(rest.out)).toMatchObject({ complete: true, finishedCases: 60, failed: 0 });
    expect(JSON.parse(rest.out).stored).toBeGreaterThanOrEqual(2 * finishedCases);
  },
);

describe('bad usage ends with 2, says what is allowed, and runs nothing', () => {
  it.each([
    [[], 'The design varies nothing.', 'Name at least one parameter'],
    [
      ['--vary', 'agents.token.suply=1,2'],
      'no parameter "agents.token.suply"',
      'Did you mean "agents.token.supply"?',
    ],
    [['--vary', 'agents.token.supply=5..1/2'], 'Its bounds are reversed: 5 is above 1.', ''],
    [
      ['--vary', 'agents.token.supply=1..5'],
      'is given as a range, 1 to 5',
      'or choose latin-hypercube or sobol',
    ],
    [['--vary', 'agents.token.supply=-1,5'], 'is -1 token: below the least allowed', ''],
    [[...supplies, '--design', 'sobol'], 'does not say how many runs it has', '--runs 64'],
    [[...supplies, '--design', 'sobel'], 'Allowed choices are factorial', ''],
    [
      [...supplies, '--vary', 'horizon=1 year', '--design', 'list'],
      'has 3 values, horizon has 1',
      'factorial',
    ],
    [[...supplies, ...supplies], 'agents.token.supply varies twice.', ''],
    [
      [...supplies, '--measure', 'providers.activ@end'],
      'no metric "providers.activ"',
      'Did you mean "providers.active"?',
    ],
    [[...supplies, '--measure', 'solvent'], 'no verdict "solvent"', ''],
    [
      ['--vary', 'agents.token.supply=1..1000000/1000', '--seeds', '1..10000'],
      'This would take about',
      'Add --yes',
    ],
  ])('%j', async (args, message, hint) => {
    const place = placed();
    const { code, out, err } = await studio(['sweep', small, ...args, ...into(place)]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toBe('');
    expect(existsSync(place.out) || existsSync(place.store)).toBe(false);
  });
});
