import type { VerdictRule } from '../../contract/verdict-rule.ts';

const window = 180;

/** Customers pay for what providers are given. */
export const sustainable: VerdictRule = {
  id: 'sustainable',
  title: 'Sustainable',
  rule: `What customers paid over the last ${window} days is at least what providers were rewarded with, in dollars.`,
  source: 'assumption; solvency of 1 counts as good in the trade',
  days: window,
  applies: (reports) => ['demand.fees', 'providers.reward-usd', 'providers.active'].every(reports),
  holds(column, ticks) {
    const fees = column('demand.fees');
    const reward = column('providers.reward-usd');
    const active = column('providers.active');
    let paid = 0;
    let rewarded = 0;
    for (let t = ticks - window; t < ticks; t++) {
      paid += fees[t];
      if (active[t] > 0) rewarded += reward[t] * active[t];
    }
    return paid >= rewarded;
  },
};
