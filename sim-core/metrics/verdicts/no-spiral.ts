import type { VerdictRule } from '../../contract/verdict-rule.ts';

const window = 90;

/** Price and providers do not collapse together. */
export const noSpiral: VerdictRule = {
  id: 'no-death-spiral',
  title: 'No death spiral',
  rule: `In no ${window} days does the price fall by 80 % and active providers by 50 %.`,
  source: 'assumption',
  days: window + 1,
  applies: (reports) => ['market.price', 'providers.active'].every(reports),
  holds(column, ticks) {
    const price = column('market.price');
    const active = column('providers.active');
    for (let t = window; t < ticks; t++) {
      if (price[t] <= 0.2 * price[t - window] && active[t] <= 0.5 * active[t - window]) return false;
    }
    return true;
  },
};
