// `calibrate` as a person meets it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fresh, small, studio } from './studio.ts';

const longer = ['--set', 'horizon=90 day'];

/** A file with this text, and the folder it is in. */
function fileOf(name: string, text: string): string {
  const folder = fresh('record');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** A column of what a run of the small scenario reports, as a record. */
async function madeBy(
  set: readonly string[],
  metric: string,
): Promise<readonly (readonly [string, number])[]> {
  const out = fresh('made');
  await studio([
    'run',
    small,
    ...longer,
    ...set.flatMap((each) => ['--set', each]),
    '--seeds',
    'truth',
    '--out',
    out,
  ]);
  const [header = '', ...rows] = readFileSync(path.join(out, 'metrics.csv'), 'utf8').trimEnd().split('\n');
  const names = header.split(',');
  return rows.map((row) => {
    const cells = row.split(',');
    return [cells[names.indexOf('date')] ?? '', Number(cells[names.indexOf(metric)])];
  });
}

const truth = ['emission.halving.initial=2500000', 'emission.halving.period=6'];
const factors = ['--factors', 'emission.halving.initial=1e5..1e8/log,agents.token.supply=5e5..4e6'];
const fit = ['--seeds', '1..2', '--budget', '160', '--no-store'];

describe('a record that the model made', () => {
  it('gives back the values it was made with, tells what it does not say, and writes them into a scenario', async () => {
    const made = await madeBy(truth, 'supply.minted');
    // By weeks, with some noise of its own that does not repeat.
    const weeks = made.flatMap(([date], i) =>
      i % 7 === 0 && i + 7 <= made.length ? [[date, i] as const] : [],
    );
    const noise = (i: number): number => 1 + 0.02 * (((i * 37) % 11) / 5 - 1);
    const lines = weeks.map(([date, i]) => {
      const sum = made.slice(i, i + 7).reduce((total, [, value]) => total + value, 0);
      return `${date};${(sum * noise(i)).toFixed(2).replace('.', ',')}`;
    });
    const data = fileOf('minted.csv', `\uFEFFweek;minted\n${lines.join('\n')}\n`);
    const out = fresh('out');
    const written = path.join(fresh('fitted'), 'fitted.yaml');
    const map = ['--map', 'minted=sum(supply.minted)'];
    const rest = [
      '--set',
      'emission.halving.period=6',
      '--hold-out',
      '3w',
      '--out',
      out,
      '--write-scenario',
      written,
    ];
    const answered = await studio([
      'calibrate',
      small,
      '--data',
      data,
      ...map,
      ...factors,
      ...longer,
      ...rest,
      ...fit,
    ]);
    expect(answered.code).toBe(0);
    const answer = JSON.parse(readFileSync(path.join(out, 'calibrate.json'), 'utf8'));
    const [initial, supply] = answer.parameters;
    expect(initial.low).toBeLessThan(2_500_000);
    expect(initial.high).toBeGreaterThan(2_500_000);
    expect(initial.high / initial.low).toBeLessThan(1.2);
    expect(supply.told).toBe('nothing');
    expect(answered.out).toContain('The record says nothing on `agents.token.supply`');
    expect(answered.out).toContain('Numbers are read with a decimal comma.');
    expect(answer.runs).toBeLessThanOrEqual(160);

    expect(answer.heldOut).toEqual({ first: '2024-03-04', last: '2024-03-24' });
    const held = answer.scores.find(({ window }: { window: string }) => window === 'held-out');
    expect(held.observations).toBe(3);
    expect(held.error).toBeLessThan(0.05);
    expect(held.before).toBeGreaterThan(1);
    const [header = '', ...rows] = readFileSync(path.join(out, 'residuals.csv'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(header).toContain('column,metric,date,days,line,window,observed,modelled');
    expect(rows).toHaveLength(weeks.length);
    expect(rows[0]).toMatch(/^minted,supply\.minted,2024-01-01,7,2,fit,/);

    const text = readFileSync(written, 'utf8');
    expect(text).toContain(
      `initial: { value: ${initial.value}, unit: token/year, assumption: "Fitted by calibrate to minted of minted.csv, 2024-01-01 to 2024-03-03: 95 % interval`,
    );
    expect(text).toContain('supply: { value: 1000000, unit: token, source: paper } # as printed');
    expect((await studio(['scenario', 'validate', written])).code).toBe(0);
    const run = await studio(['run', written, '--seeds', '1', '--json', '--out', fresh('run')]);
    expect(run.code).toBe(0);
    const again = await studio([
      'calibrate',
      small,
      '--data',
      data,
      ...map,
      ...factors,
      ...longer,
      ...rest,
      ...fit,
    ]);
    expect(again.err).toContain('There is a file');
  });
});

describe('an experiment file', () => {
  const text = (section: string): string => `id: fit-minted
title: Fit minted
question: How much is minted a year?
scenario: ${small}/scenario.yaml
set: { horizon: 90 day }
seeds: 1..2
fit:
  data: minted.csv
${section}
`;
  const range = '  factors: { emission.halving.initial: { min: 100000, max: 100000000, scale: log } }';
  const experiment = (
    section: string,
    record = 'date,supply.minted\n2024-01-05,6000\n2024-01-06,6100\n2024-01-20,6050\n',
  ): string => {
    const file = fileOf('fit-minted.yaml', text(section));
    writeFileSync(path.join(path.dirname(file), 'minted.csv'), record);
    return file;
  };

  it('says it all, is checked, and is run by its section', async () => {
    const file = experiment(`${range}\n  holdOut: none\n  budget: 120\n  leaveOut: [2024-01-06]`);
    expect(await studio(['experiment', 'validate', file])).toMatchObject({ code: 0 });
    const { code, out } = await studio(['experiment', 'run', file, '--no-store', '--json']);
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.notes).toContain('Left out as asked: the rows of 2024-01-06.');
    expect(answer.residuals).toHaveLength(2);
    expect(existsSync(path.join(path.dirname(file), 'runs'))).toBe(false);
    // Minted by the day for 366 days of the year 2024.
    expect(answer.parameters[0].value / 366).toBeGreaterThan(5900);
    expect(answer.parameters[0].value / 366).toBeLessThan(6200);
  });

  it('fits without the rows that are held out', async () => {
    const rows = 'date,supply.minted\n2024-01-05,6000\n2024-01-06,6100\n2024-01-07,6050\n2024-01-20,';
    const fitted = async (last: string) => {
      const file = experiment(`${range}\n  holdOut: 2024-01-20\n  budget: 120`, `${rows}${last}\n`);
      return JSON.parse((await studio(['calibrate', file, '--no-store', '--json'])).out);
    };
    const [one, other] = [await fitted('6000'), await fitted('60000')];
    expect(one.parameters).toEqual(other.parameters);
    expect(one.scores[0]).toEqual(other.scores[0]);
    expect(one.scores[1].error).toBeLessThan(0.05);
    expect(other.scores[1].error).toBeGreaterThan(5);
  });

  it.each([
    [`${range}\n  holdout: none`, 'fit-minted.yaml:10:3: fit has no key "holdout".'],
    ['  factors: { emission.halving.initial: { min: 5, max: 1 } }', 'they are reversed.'],
    ['  factors: { emission.halving.initial: { min: -5, max: 1 } }', 'below the least allowed'],
    [
      '  factors: { emission.halving.initail: { min: 1, max: 5 } }',
      'fit-minted.yaml:9:14: There is no parameter',
    ],
    [`${range}\n  columns: { minted: supply.minted }`, 'The file has no column "minted".'],
    ['  budget: 100', 'fit lacks the key "factors".'],
    [`${range}\n  budget: 20`, '20 runs are too few'],
    [`${range}\n  holdOut: 2024-01-01`, '0 observations are left for 1 parameter'],
    [`${range}\n  holdOut: 2025-01-01`, 'Nothing is held out: the record ends before.'],
    [`${range}\n  leaveOut: [2024-02-01]`, 'No row of minted.csv holds 2024-02-01.'],
  ])('with %s is refused', async (section, message) => {
    const { code, out, err } = await studio(['experiment', 'run', experiment(section), '--no-store']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('is refused where no date is in the run, both spans being told', async () => {
    const file = experiment(range, 'date,supply.minted\n2020-01-05,6000\n2020-01-06,6100\n');
    const { err } = await studio(['calibrate', file, '--no-store']);
    expect(err).toContain(
      'supply.minted of minted.csv covers 2020-01-05 to 2020-01-06, and the run 2024-01-01 to 2024-03-30',
    );
  });
});

it.each([
  [[], 'No record is named.'],
  [['--data', 'nowhere.csv', '--factors', 'agents.token.supply'], 'There is no file nowhere.csv.'],
  [['--data', 'nowhere.csv'], 'No parameter is to be fitted.'],
  [['--data', 'x.csv', '--factors', 'agents.token.supply=5..1'], '5 is not below 1'],
])('refuses %j', async (words, message) => {
  const { code, err } = await studio(['calibrate', small, ...words]);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
