import type { VerdictRule } from '../../contract/verdict-rule.ts';

const runwayDays = 365;
const collateral = 0.95;

/** The treasury lasts, and what was promised is backed. */
export const solvent: VerdictRule = {
  id: 'solvent',
  title: 'Solvent',
  rule: `On the last day the treasury lasts at least ${runwayDays} days and, where credits are backed by a vault, its collateral ratio is at least ${collateral}.`,
  source: 'AEP-76 warns at 0.95; twelve months of runway is an assumption',
  days: 30,
  applies: (reports) => reports('treasury.runway') || reports('vault.ratio'),
  holds(column, ticks) {
    const last = (metric: string): number | undefined => column(metric)?.[ticks - 1];
    // A treasury that spends nothing has no runway (NaN), and lasts.
    const short = (last('treasury.runway') ?? Number.NaN) < runwayDays;
    const unbacked = (last('vault.ratio') ?? Number.NaN) < collateral;
    return !short && !unbacked;
  },
};
