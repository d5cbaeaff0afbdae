import { endowment } from '../mechanisms/settlement/endowment.ts';
import { sources } from '../mechanisms/sources.ts';
import { alone } from './alone.ts';
import { check } from './check.ts';

const stored = 1e6;
const rule = { replicas: 20, cost: 0.004 };

/** An endowment that buys 200 years at today's cost is solvent exactly where that cost falls by 1/200 a year. */
export const endowmentSolvency = check({
  id: 'T3',
  title: 'Endowment of 200 years: solvent exactly where storage gets cheaper by 1/200 a year',
  unit: '1/year, year',
  source: sources.arweaveEndowment,
  tolerance: {
    kind: 'absolute',
    value: 1e-9,
    because: 'Each day keeps the ratio exactly, but for rounding.',
  },
  expected: [
    { of: 'least yearly fall of costs with which it holds what it owes, after 1 year', value: 1 / 200 },
    { of: 'after 20 years', value: 1 / 200 },
    { of: 'after 20 years with new customers every day', value: 1 / 200 },
    { of: 'years that it lasts where nothing gets cheaper', value: 200, within: 1 / 365 },
  ],
  constants: { years: 200 },
  compute({ years }) {
    const usdAtStart = years * rule.replicas * rule.cost * stored;
    const fund = (costDecline: number) =>
      alone(endowment, { ...rule, years, costDecline, storedAtStart: stored, usdAtStart });

    /** Dollars beyond what is owed after some years, with so many units sold a day. */
    function beyond(costDecline: number, after: number, sold: number): number {
      const { world, on } = fund(costDecline);
      for (let day = 0; day < 365 * after; day++) {
        on(day, ({ demand }) => {
          demand.served = sold;
          demand.unitPrice = 16;
        });
      }
      return world.endowment.usd - world.endowment.owed;
    }

    function least(after: number, sold: number): number {
      let [low, high] = [0, 0.02];
      for (let halving = 0; halving < 26; halving++) {
        const middle = (low + high) / 2;
        if (beyond(middle, after, sold) < 0) low = middle;
        else high = middle;
      }
      return (low + high) / 2;
    }

    const { world, on } = fund(0);
    let day = 0;
    while (world.endowment.usd > 0 && day < 365 * 1000) on(day++);
    return [least(1, 0), least(20, 0), least(20, 1000), day / 365];
  },
});
