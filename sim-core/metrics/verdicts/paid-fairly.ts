import type { VerdictRule } from '../../contract/verdict-rule.ts';

const window = 90;
const longest = 730;

/** A provider that buys today gets its money back in time. */
export const paidFairly: VerdictRule = {
  id: 'paid-fairly',
  title: 'Paid fairly',
  rule: `The median provider's payback is at most 24 months (${longest} days) on most of the last ${window} days.`,
  source: 'assumption; 24 months counts as critical in the trade',
  days: window,
  applies: (reports) => ['providers.payback'].every(reports),
  holds(column, ticks) {
    const payback = column('providers.payback');
    let good = 0;
    // A day without profit has no payback (NaN) and does not count as good.
    for (let t = ticks - window; t < ticks; t++) if (payback[t] <= longest) good += 1;
    return good > window / 2;
  },
};
