// `flip` as a person meets it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fresh, small, studio } from './studio.ts';

const longer = ['--set', 'horizon=180 day'];
const seeds = ['--seeds', '1..3'];
const alone = [...longer, ...seeds, '--no-store'];
const asked = ['flip', small, '--verdict', 'sustainable', ...alone];

it('finds what one number takes to turn a verdict, writes it to files, and holds to the budget', async () => {
  const out = fresh('out');
  // Customers pay 10 to 20 USD a day; the little that is minted is worth more until a rule mints less than that.
  const factors = ['--factors', 'emission.halving.initial=1..1000000000,agents.token.price'];
  const answered = await studio([...asked, ...factors, '--set', 'emission.net.cap=0', '--out', out]);
  expect(answered.code).toBe(0);
  expect(answered.out).toContain('It does not hold as the scenario is: in 0 of 3 seeds.');
  expect(answered.out).toMatch(/^\| `emission\.halving\.initial` .* −9\d\.\d+ % .* 3 of 3 \|$/m);
  expect(answered.out).toContain('No flip up to the end of the range:');
  const [header = '', first = ''] = readFileSync(path.join(out, 'flip.csv'), 'utf8').split('\n');
  const row = Object.fromEntries(header.split(',').map((name, i) => [name, first.split(',')[i]]));
  expect(row).toMatchObject({ parameter: 'emission.halving.initial', direction: 'down', ended: 'exact' });
  expect(Number(row.before) / Number(row.to)).toBeGreaterThan(1);
  expect(Number(row.before) / Number(row.to)).toBeLessThan(1.0101);

  // On both sides of what it says the answer is what it says.
  for (const [value, probability] of [
    [row.to, 1],
    [row.before, 0],
  ]) {
    const changes = [...longer, '--set', 'emission.net.cap=0', '--set', `emission.halving.initial=${value}`];
    const run = await studio(['run', small, ...changes, ...seeds, '--json', '--out', fresh('run')]);
    const { verdicts } = JSON.parse(run.out);
    expect(verdicts.find(({ id }: { id: string }) => id === 'sustainable').probability).toBe(probability);
  }
});

it('looks at every number where none is named, and makes no more runs than it may', async () => {
  const { code, out } = await studio([...asked, '--budget', '30', '--json']);
  expect(code).toBe(0);
  const { numbers, points, runs } = JSON.parse(out);
  expect([points, runs]).toEqual([10, 30]);
  expect(new Set(numbers.map(({ path: name }: { path: string }) => name)).size).toBeGreaterThan(15);
});

it.each([
  [['--verdict', 'sustainble'], 'Did you mean "sustainable"?'],
  [['--verdict', 'growing'], 'too short for the verdict "growing"'],
  [['--verdict', 'sustainable', '--budget', '5'], '5 runs are not two points of 3 seeds.'],
  [['--verdict', 'sustainable', '--factors', 'agents.token.prise'], 'Did you mean "agents.token.price"?'],
  [['--verdict', 'sustainable', '--factors', 'emission.net.cap=1..2'], 'it is a series'],
  [
    ['--verdict', 'sustainable', '--factors', 'agents.token.price=3..4'],
    'is outside the range that is given',
  ],
])('refuses %s', async (words, message) => {
  const { code, out, err } = await studio(['flip', small, ...alone, ...words]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});
