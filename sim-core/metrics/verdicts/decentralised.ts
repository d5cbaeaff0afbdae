import type { VerdictRule } from '../../contract/verdict-rule.ts';

const fewest = 10;
const highest = 0.15;

/** Rewards do not go to a few. */
export const decentralised: VerdictRule = {
  id: 'decentralised',
  title: 'Decentralised',
  rule: `On the last day it takes at least ${fewest} units to have more than half of what units are paid, and its HHI is under ${highest}.`,
  source:
    'assumption; an HHI over 0.15 counts as concentrated in competition law. Who owns several units is not known',
  days: 30,
  applies: (reports) => ['rewards.nakamoto', 'rewards.hhi'].every(reports),
  holds(column, ticks) {
    const last = (metric: string): number => column(metric)?.[ticks - 1] ?? Number.NaN;
    return last('rewards.nakamoto') >= fewest && last('rewards.hhi') < highest;
  },
};
