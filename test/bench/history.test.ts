import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Figure } from './figures.ts';
import { comparison, keep } from './history.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'studio-history-'));
  mkdirSync(path.join(root, 'test/bench'), { recursive: true });
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' });
  git('init');
  git('-c', 'user.name=t', '-c', 'user.email=t@t', 'commit', '--allow-empty', '-m', 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

const speed = (value: number): Figure => ({ name: 'speed', value, unit: 'M provider-steps/s' });
const size = (value: number): Figure => ({ name: 'size', value, unit: 'MB resident' });
const on = (machine: string, ...figures: readonly Figure[]) => ({ machine, figures });

it('tells figures that are worse by more than a tenth than when they were last kept, whichever way is worse', () => {
  keep(root, on('a', speed(100), size(50)));
  keep(root, on('a', size(100)));
  expect(comparison(root, on('a', speed(89), size(111)))).toMatch(
    /^WORSE by 11 %: speed, 100 -> 89\.0 .*\nWORSE by 11 %: size, 100 -> 111 /,
  );
  expect(comparison(root, on('a', speed(112), size(95)))).toMatch(/^better by 12 %: speed.*\n1 of 2 figures/);
});

it('compares with no other machine', () => {
  keep(root, on('a', speed(100)));
  expect(comparison(root, on('b', speed(1)))).toContain('Nothing to compare with');
});
