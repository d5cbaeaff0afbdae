import { describe, expect, it } from 'vitest';
import type { RunRow } from '../../../../main/api/runs/runs-api.ts';
import { completions } from './completions.ts';
import { filterRuns, filterWords } from './run-filter.ts';

const row = (run: string, change: Partial<RunRow> = {}): RunRow => ({
  ...{
    run,
    folder: `/p/runs/${run}`,
    scenario: 'wireless',
    title: 'Wireless',
    version: 1,
    overlays: [],
    changed: [],
  },
  ...{ startDate: '2024-01-01', days: 20, ends: {}, verdicts: [], seeds: 8, failed: 0, damaged: 0 },
  ...{
    engineId: 'sha256:e',
    specDigest: 'sha256:s',
    digest: `sha256:${run}`,
    when: '2026-11-22T10:00:00.000Z',
  },
  ...{ note: '', madeBy: 'studio' },
  ...change,
});

const sustainable = (probability: number, low: number, high: number) => [
  { id: 'sustainable', title: 'Sustainable', probability, low, high },
];

const rows = [
  row('a', { verdicts: sustainable(1, 0.7, 1) }),
  row('b', { changed: [{ path: 'emission.halving.period', from: '24 month', to: '18 month' }], seeds: 20 }),
  row('c', { scenario: 'storage', title: 'Storage', note: 'first try', verdicts: sustainable(0.1, 0, 0.3) }),
  row('d', { overlays: ['price-crash'], failed: 2 }),
  row('e', { problem: { code: 'result.manifest', message: 'cut off' }, title: '', scenario: '' }),
];
const found = (text: string) => filterRuns(rows, text).map(({ run }) => run);

describe('the filter', () => {
  it.each([
    ['', 'abcde'],
    ['scenario:base', 'ac'],
    ['scenario:stor', 'c'],
    ['-scenario:wireless', 'ce'],
    ['verdict:sustainable', 'a'],
    ['verdict:sustainable=fail', 'c'],
    ['changed:halving', 'b'],
    ['overlay:crash', 'd'],
    ['seeds:>8', 'b'],
    ['seeds:<=8 scenario:wireless', 'ad'],
    ['note:"first try"', 'c'],
    ['is:failed', 'd'],
    ['is:damaged', 'e'],
    ['is:changed', 'bd'],
    ['when:2026-11 storage', 'c'],
    ['halving', 'b'],
    ['nothing:else', ''],
  ])('%s finds %s', (text, runs) => {
    expect(found(text).join('')).toBe(runs);
  });

  it('reads words with quotation marks, even one that is not closed', () => {
    expect(filterWords('-note:"first try" "a b')).toEqual([
      { key: 'note', value: 'first try', not: true },
      { value: 'a b', not: false },
    ]);
  });
});

describe('completion', () => {
  const texts = (text: string) => completions(text, text.length, rows).map(({ text: each }) => each);
  it('offers keys, then values that occur', () => {
    expect(texts('sc')).toEqual(['scenario:']);
    expect(texts('scenario:')).toEqual(['scenario:base', 'scenario:wireless', 'scenario:storage']);
    expect(texts('is:failed verdict:')).toContain('verdict:sustainable');
    expect(texts('-is:dam')).toEqual(['-is:damaged']);
  });
  it('replaces the word at the caret alone', () => {
    const [first] = completions('is:failed ver seeds:8', 13, rows);
    expect(first).toMatchObject({ line: 'is:failed verdict: seeds:8', caret: 18 });
  });
});
