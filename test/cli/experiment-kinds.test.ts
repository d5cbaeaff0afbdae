// `experiment <file>` as a person meets it: a file of each kind does what its section asks.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fresh, small, studio } from './studio.ts';

const head = ['id: look', 'title: Look', 'question: How much?', `scenario: ${small}/scenario.yaml`];
const design =
  'design: { kind: latin-hypercube, runs: 8, parameters: { emission.halving.initial: { min: 1000, max: 100000, scale: log } } }';

/** A project with one experiment; the folder, in which commands are given. */
function project(...lines: readonly string[]): string {
  const folder = fresh('project');
  mkdirSync(path.join(folder, 'experiments'), { recursive: true });
  writeFileSync(path.join(folder, 'experiments/look.yaml'), [...head, ...lines].join('\n'));
  return folder;
}
const asked = (folder: string, ...flags: readonly string[]) =>
  studio(['experiment', 'experiments/look.yaml', ...flags], folder);

describe('a file with', () => {
  it('a design is a sweep', async () => {
    const { code, out } = await asked(project('seeds: 1..2', design), '--json', '--workers', '1');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: 'depin-studio/sweep/1', cases: 8, simulated: 16 });
  });

  it('sensitivity finds what matters', async () => {
    const section = 'sensitivity: { budget: 40, factors: [agents.token.price, emission.halving.initial] }';
    const folder = project('seeds: 1..2', 'measure: market.price@end', section);
    const { code, out } = await asked(folder, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ measure: 'market.price@end', method: 'morris' });
  });

  it('goals optimises', async () => {
    const folder = project('seeds: 1..2', design, 'goals: maximise supply.minted@end');
    const { code, out } = await asked(folder, '--budget', '60', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).front[0].holds).toBe(true);
  });

  it('compare sets changes beside the scenario, and keeps its runs in the project', async () => {
    const changes = 'compare: { changes: { twice the tokens: { agents.token.supply: 2000000 } } }';
    const folder = project('seeds: 1..3', 'measure: [supply.outstanding@end]', changes);
    const { code, out } = await asked(folder, '--json');
    expect(code).toBe(0);
    const { measures, labels } = JSON.parse(out);
    expect(measures[0].differences[0]).toMatchObject({ pairs: 3, mean: 1_000_000 });
    expect(JSON.stringify(labels ?? out)).toContain('twice the tokens');
    expect(existsSync(path.join(folder, 'runs'))).toBe(true);
  });

  it('compare sets other scenarios beside it, under the same values', async () => {
    const folder = project(
      'set: { horizon: 400 day }',
      'seeds: "1"',
      'compare: { scenarios: [blank-network] }',
    );
    const { code, out } = await asked(folder, '--no-store');
    expect(code).toBe(0);
    expect(out).toContain('| `emission.halving` Halving | acts | not there |');
    expect(out).not.toContain('horizon');
    expect(existsSync(path.join(folder, 'runs'))).toBe(false);
  });

  it('flip finds how far a verdict is from turning', async () => {
    const section = 'flip: { verdict: sustainable, budget: 30, factors: [emission.halving.initial] }';
    const { code, out } = await asked(project('set: { horizon: 180 day }', 'seeds: 1..3', section), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      verdict: { id: 'sustainable' },
      seeds: ['1', '2', '3'],
      runs: 30,
    });
  });

  it('a stop rule runs until there are enough seeds', async () => {
    const folder = project('set: { horizon: 180 day }', 'stop: verdict sustainable < 20');
    const { code, err } = await asked(folder);
    expect(code).toBe(0);
    expect(err).toMatch(/^Enough: after \d+ seeds the interval of sustainable spans 1\d\.\d\d points\.$/m);
    expect(readFileSync(path.join(folder, 'out/manifest.json'), 'utf8')).toContain('"ticks": 180');
  });
});

it.each([
  [['goals: maximise a@end', design, 'stop: sustainable < 2'], 'It asks 2 questions: goals, stop.'],
  [[], 'It asks nothing yet.'],
  [['compare: { changes: { a: { agents.token.suply: 1 } } }'], 'experiments/look.yaml:5:28: '],
  [['compare: { changes: { a: {} } }'], 'experiments/look.yaml:5:23: compare.changes.a changes nothing.'],
  [['compare: { scenarios: [nowhere] }'], 'experiments/look.yaml:5:24: There is no scenario "nowhere"'],
  [['flip: { verdict: sustainble }'], 'experiments/look.yaml:5:18: '],
  [['set: { horizon: 180 day }', 'flip: { verdict: sustainable, factors: [a.b] }'], 'look.yaml:6:41: '],
  [['stop: sustainable < 2 %'], 'experiments/look.yaml:5:7: The stop rule'],
  [['stop: market.prise@end < 2 %'], 'experiments/look.yaml:5:7: '],
  [[design, 'goals:', '  - maximise market.price@end', '  - subject to sustainable > '], 'look.yaml:8:5: '],
  [[design, 'goals: [maximise market.price@end, maximise market.prise@end]'], 'look.yaml:6:36: '],
  [['measure: market.price@end', 'sensitivity: { factors: [agents.token.prise] }'], 'look.yaml:6:26: '],
])('%j is refused with its place, by `experiment` and by `experiment validate`', async (lines, expected) => {
  const folder = project(...lines);
  const { code, out, err } = await asked(folder);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(expected);
  const checked = await studio(['experiment', 'validate', 'experiments/look.yaml'], folder);
  if (!expected.startsWith('It asks')) {
    expect(checked.code).toBe(2);
    expect(checked.err).toContain(expected);
  }
});

it('says how long a search would take, and wants --yes for one of days', async () => {
  const folder = project('seeds: 1..2', design, 'goals: maximise supply.minted@end');
  const { code, out } = await asked(folder, '--estimate');
  expect({ code, lines: out.trimEnd().split('\n').length }).toEqual({ code: 0, lines: 1 });
  expect(out).toMatch(/^1 parameter\. At most 1000 runs: about \d+ \w+ on \d+ workers?, \d+ MB on the disk/);
  const large = ['set: { horizon: 20 year, agents.providers.rows: 100000 }', 'seeds: 1..2'];
  for (const lines of [
    [design, 'goals: maximise supply.minted@end'],
    ['flip: { verdict: sustainable, budget: 1000000 }'],
    ['compare: { changes: { a: { agents.token.supply: 2000000 } } }'],
  ]) {
    const wide = lines[0]?.startsWith('compare') === true ? ['--seeds', '1..10000'] : [];
    const budget = lines[0] === design ? ['--budget', '1000000'] : [];
    const long = await asked(project(...large, ...lines), ...wide, ...budget);
    expect({ code: long.code, out: long.out }).toEqual({ code: 2, out: '' });
    expect(long.err).toMatch(/This would take about \d+ (days|h)\./);
    expect(long.err).toContain('Add --yes');
  }
});
