import type { VerdictRule } from '../../contract/verdict-rule.ts';

const window = 90;

/** Cheaper than building it centrally, subsidy included. */
export const cheaper: VerdictRule = {
  id: 'cheaper',
  title: 'Cheaper',
  rule: `What users pay plus subsidy per unit is below the incumbent's price on most of the last ${window} days.`,
  source: 'assumption',
  days: window,
  applies: (reports) => ['cost.with-subsidy', 'cost.incumbent'].every(reports),
  holds(column, ticks) {
    const cost = column('cost.with-subsidy');
    const incumbent = column('cost.incumbent');
    let good = 0;
    // A day on which nothing was served has no cost (NaN) and does not count as good.
    for (let t = ticks - window; t < ticks; t++)
      if ((cost?.[t] ?? Number.NaN) < (incumbent?.[t] ?? 0)) good += 1;
    return good > window / 2;
  },
};
