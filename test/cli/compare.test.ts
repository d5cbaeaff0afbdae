// `compare` as a person meets it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fresh, small, studio } from './studio.ts';

const seeds = ['--seeds', '1..3'];
const alone = [...seeds, '--no-store'];
const longer = ['--set-all', 'horizon=200 day'];
const double = 'agents.token.supply=2000000';
const cap = 'emission.net.cap=40';

it('puts the changes of one scenario side by side, and writes what it says to files', async () => {
  const out = fresh('out');
  const changes = ['--set', cap, '--set', `${cap} & agents.token.supply=2000000`];
  const { code, out: report } = await studio([
    'compare',
    small,
    ...changes,
    ...longer,
    ...alone,
    '--out',
    out,
  ]);
  expect(code).toBe(0);
  expect(report).toContain(`| \`emission.net.cap\` `);
  expect(report).toContain('3 seeds, the same luck in every column.');
  expect(report).toMatch(/^\| `providers.active@end` \[unit\] \|/m);
  expect(report).toMatch(/^\| South \|.* \|$/m);
  expect(readFileSync(path.join(out, 'comparison.md'), 'utf8').trimEnd()).toBe(report.trimEnd());
  const rows = readFileSync(path.join(out, 'measures.csv'), 'utf8').split('\n');
  expect(rows[0]).toBe('measure,unit,column,mean,difference,low,high,pairs,above,below');
  const parameters = readFileSync(path.join(out, 'parameters.csv'), 'utf8');
  expect(parameters).not.toContain('horizon');
  expect(parameters).toMatch(
    /^agents\.token\.supply,.*"1,000,000 token","1,000,000 token","2,000,000 token"$/m,
  );
});

it('gives the same numbers as JSON, and takes what has run from the folder of --store', async () => {
  const runs = fresh('runs');
  const measures = ['--measure', 'supply.outstanding@end', '--json', '--store', runs];
  const once = await studio(['compare', small, '--set', double, ...longer, ...seeds, ...measures]);
  const again = await studio(['compare', small, '--set', double, ...longer, ...seeds, ...measures]);
  expect(once.code).toBe(0);
  expect(again.out).toBe(once.out);
  expect(existsSync(runs)).toBe(true);
  const { measures: answers, digests } = JSON.parse(once.out);
  expect(digests).toHaveLength(2);
  expect(answers[0].differences[0]).toMatchObject({ pairs: 3, mean: 1_000_000, above: 3, below: 0 });
});

it('puts another mechanism into a slot, and an overlay over it', async () => {
  const change = 'mechanism.reward=reward.per-served-unit & overlay=customer-loss';
  const options = ['--set', change, '--set-all', 'horizon=400 day', ...alone];
  const { code, out } = await studio(['compare', small, ...options]);
  expect(code).toBe(0);
  expect(out).toMatch(/^\| `reward.per-capacity` .* \| acts \| not there \|$/m);
  expect(out).toMatch(/^\| `shocks.demand-loss` .* \| not there \| acts \|$/m);
});

it('says where a change changes nothing', async () => {
  const { code, err } = await studio(['compare', small, '--set', 'agents.token.supply=1000000', ...alone]);
  expect(code).toBe(0);
  expect(err).toContain('"agents.token.supply=1000000" is the same as "as it is"');
});

it.each([
  [[small], 'There is nothing to compare with.'],
  [[small, small], 'is there twice'],
  [[small, 'blank-network', '--set', cap], '--set and --overlay make columns of one scenario'],
  [
    [small, ...[1, 2, 3, 4, 5, 6].flatMap((n) => ['--set', `emission.net.cap=${n}`])],
    '7 columns are too many',
  ],
  [[small, '--set', 'emission.net.kap=1'], 'There is no parameter "emission.net.kap".'],
  [[small, '--set', cap, ...alone, '--measure', 'providers.activ@end'], 'Did you mean "providers.active"?'],
  [[small, '--set', cap, ...alone, '--measure', 'providers.active@36mo'], 'Day 1095 is outside the run.'],
])('refuses %s', async (words, message) => {
  const { code, out, err } = await studio(['compare', ...words]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});
