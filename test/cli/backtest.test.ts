// The backtest as anyone can run it, and the README's table as it makes it.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { fresh, small, studio } from './studio.ts';

const wireless = path.join(root, 'scenarios/wireless-burn-mint');

describe('wireless-burn-mint', async () => {
  const { code, out } = await studio(['backtest', 'wireless-burn-mint']);

  it('agrees with the chain in the first eight weeks', () => {
    expect(code).toBe(0);
    expect(out).toContain('The first 8 periods must agree to 0.000001 HNT/week: 8 of 8 do.');
  });

  it('states an error for each of 119 weeks, and leaves one out by name', () => {
    const weeks = out.split('\n').filter((line) => /^\| 20\d\d-\d\d-\d\d \|/.test(line));
    expect(weeks).toHaveLength(119);
    expect(weeks.filter((line) => line.includes('left out'))).toEqual([
      expect.stringContaining('2024-12-02'),
    ]);
    const error = Number(/mean error ([\d.]+) %/.exec(out)?.[1]);
    expect(error).toBeLessThan(1.5);
  });

  it('puts what a unit earns within a hundredfold of the published figure', () => {
    const ratios = out
      .split('\n')
      .filter((line) => /^\| (Earned|Payback|Active)/.test(line))
      .map((line) => Number(line.split('|')[4]?.replaceAll(',', '')));
    expect(ratios).toHaveLength(4);
    for (const ratio of ratios) expect(Math.abs(Math.log10(ratio))).toBeLessThan(2);
  });

  it('stands in the README as it is printed (npm run -s studio -- backtest wireless-burn-mint --write)', () => {
    const readme = readFileSync(path.join(wireless, 'README.md'), 'utf8');
    const written = /<!-- backtest: begin -->\n([\s\S]*)<!-- backtest: end -->/.exec(readme)?.[1];
    expect(written).toBe(out);
  });
});

const plan = `series:
  title: Minted by week
  unit: token/week
  metric: supply.minted
  file: data/minted.csv
  column: minted
  days: 7
  exact: { before: 2024-01-08, tolerance: 1 }
`;

/** A copy of the small scenario with a plan, a recorded series and a README. */
function withPlan(text: string, minted: string): string {
  const folder = fresh('small');
  cpSync(small, folder, { recursive: true });
  writeFileSync(path.join(folder, 'backtest.yaml'), text);
  writeFileSync(path.join(folder, 'data/minted.csv'), minted);
  writeFileSync(
    path.join(folder, 'README.md'),
    '# Small\n\n<!-- backtest: begin -->\nold\n<!-- backtest: end -->\n\nThe end.\n',
  );
  return folder;
}

describe('any scenario with a backtest.yaml', () => {
  it('--write replaces what stands between the markers, and nothing else', async () => {
    const folder = withPlan(plan, 'date,minted\n2024-01-01,1150708.7\n2024-01-08,1000000\n2024-01-15,1\n');
    const { code, err } = await studio(['backtest', folder, '--seeds', '1', '--write']);
    const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(readme).toMatch(
      /^# Small\n\n<!-- backtest: begin -->\nMade by [\s\S]*<!-- backtest: end -->\n\nThe end\.\n$/,
    );
    expect(readme).not.toContain('old');
    // The third week ends after the run.
    expect(readme.match(/^\| 2024/gm)).toHaveLength(2);
  });

  it('ends with 1 where a period that must agree does not', async () => {
    const folder = withPlan(plan, 'date,minted\n2024-01-01,1150000\n');
    const { code, err } = await studio(['backtest', folder, '--seeds', '1']);
    expect(code).toBe(1);
    expect(err).toContain('1 of the 1 periods that must agree exactly do not.');
  });

  it.each([
    [
      'a misspelt key',
      plan.replace('metric:', 'metrik:'),
      ['backtest.yaml:4:3', 'series has no key "metrik"', 'Did you mean "metric"?'],
    ],
    [
      'an unknown metric',
      plan.replace('supply.minted', 'supply.mintet'),
      ['no metric "supply.mintet"', 'Did you mean "supply.minted"?'],
    ],
    [
      'an unknown column',
      plan.replace('column: minted', 'column: mintd'),
      ['no column "mintd"', 'Did you mean "minted"?'],
    ],
    [
      'a missing file',
      plan.replace('data/minted.csv', 'data/none.csv'),
      ['There is no file ', 'data/none.csv'],
    ],
  ])('refuses a plan with %s', async (_, text, parts) => {
    const { code, err } = await studio([
      'backtest',
      withPlan(text, 'date,minted\n2024-01-01,1\n'),
      '--seeds',
      '1',
    ]);
    expect(code).toBe(2);
    for (const part of parts) expect(err).toContain(part);
  });

  it('needs a backtest.yaml', async () => {
    const { code, err } = await studio(['backtest', small, '--seeds', '1']);
    expect(code).toBe(2);
    expect(err).toContain('There is no file ');
    expect(err).toContain('backtest.yaml');
  });
});
