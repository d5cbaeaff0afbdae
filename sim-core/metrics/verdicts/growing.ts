import type { VerdictRule } from '../../contract/verdict-rule.ts';

const year = 365;
const month = 30;

/** More providers and more paid demand than a year ago. */
export const growing: VerdictRule = {
  id: 'growing',
  title: 'Growing',
  rule: 'Active providers and what customers pay, averaged over the last 30 days, are above those of a year before.',
  source: 'assumption',
  days: year + month,
  applies: (reports) => ['providers.active', 'demand.fees'].every(reports),
  holds(column, ticks) {
    return ['providers.active', 'demand.fees'].every((metric) => {
      const values = column(metric);
      return mean(values, ticks) > mean(values, ticks - year);
    });
  },
};

function mean(values: Float64Array, end: number): number {
  let total = 0;
  for (let t = end - month; t < end; t++) total += values[t];
  return total / month;
}
