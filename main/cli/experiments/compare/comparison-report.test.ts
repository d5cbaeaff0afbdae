import { expect, it } from 'vitest';
import type { Comparison } from '../../../../sim-core/analysis/compare/compare-batches.ts';
import { pairedDifference } from '../../../../sim-core/analysis/compare/paired-difference.ts';
import { comparisonReport } from './comparison-report.ts';

const measured = (written: string, base: readonly number[], other: readonly number[]) => ({
  ...{ written, title: written, unit: 'day', means: [1, 2] },
  differences: [pairedDifference(base, other)],
});

const reported = (...measures: Comparison['measures']): string =>
  comparisonReport({
    comparison: { labels: ['a', 'b'], seeds: ['1', '2', '3', '4'], measures, verdicts: [], gains: [] },
    ...{ parameters: [], digests: ['x', 'y'], command: 'compare a b' },
  });

const none = Number.NaN;

it('says of how many seeds a difference is, where some have no number', () => {
  const text = reported(
    measured('all@end', [1, 2, 3, 4], [2, 3, 4, 6]),
    measured('some@end', [1, 2, none, 4], [none, 3, 4, 6]),
    measured('one@end', [1, none, none, none], [4, 3, 4, 6]),
  );
  expect(text).toMatch(/`all@end` \[day\] \| 1 \| 2 \(\+1\.25, [^,]*\) \|/);
  expect(text).toMatch(/`some@end` .* of the 2 of 4 seeds that have it in both\) \|/);
  expect(text).toContain('(+3, of the 1 of 4 seeds that have it in both)');
});

it('what common luck has saved is the median, also of two differences', () => {
  const twice = measured('a@end', [0, 1, 2, 3], [0, 1, 2, 5]);
  const often = measured('b@end', [0, 100, 200, 300], [0, 100, 200, 301]);
  const saved = [twice, often].map(({ differences }) => differences[0]?.saved ?? 0);
  const middle = Number(((Math.min(...saved) + Math.max(...saved)) / 2).toPrecision(2));
  expect(reported(twice, often)).toContain(`about ${middle.toLocaleString('en-US')} times as many seeds`);
});
