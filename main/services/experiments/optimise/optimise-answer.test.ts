import { expect, it } from 'vitest';
import { parseGoals } from '../../../../sim-core/analysis/goals/parse-goals.ts';
import { checked } from './optimise-answer.ts';

const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const intervalOf = (goal: string, count: number) =>
  checked(parseGoals([goal]), [], [seeds(count)]).goals[0]?.interval;

// At 95 %: a median from 6 seeds on, a p10 from 29 on: all that n seeds span cover it at 1 - 0.9^n - 0.1^n.
it.each([
  ['maximise median of providers.active@end', 5, undefined],
  ['maximise median of providers.active@end', 6, { low: 1, high: 6 }],
  ['maximise p10 of providers.active@end', 8, undefined],
  ['maximise p10 of providers.active@end', 28, undefined],
  ['maximise p10 of providers.active@end', 29, { low: 1, high: 9 }],
  ['minimise p90 of providers.active@end', 8, undefined],
])('%s on %i seeds has an interval only where it covers 95 %%', (goal, count, interval) => {
  expect(intervalOf(goal, count)).toEqual(interval);
});

it('a mean has one from two seeds on', () => {
  expect(intervalOf('maximise providers.active@end', 2)).toBeDefined();
  expect(intervalOf('maximise providers.active@end', 1)).toBeUndefined();
});
