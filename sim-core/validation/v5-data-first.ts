import { dataFirst } from '../mechanisms/reward/data-first.ts';
import { sources } from '../mechanisms/sources.ts';
import { alone } from './alone.ts';
import { check } from './check.ts';

const cases = [
  { name: 'A', credits: 10_000_000, price: 2, published: [50, 103_635, 932_710, 1_963_604] },
  { name: 'B', credits: 400_000_000_000, price: 2, published: [1_625_000, 47_500, 427_500, 900_000] },
];
const parts = ['data', 'challengers', 'witnesses', 'challengees'];

/** HIP-10: data is paid what it cost, within its bucket; the rest is split as coverage is. */
export const dataFirstSplit = check({
  id: 'V5',
  title: 'HIP-10 data-first split, 2 cases',
  unit: 'token/month',
  source: { ...sources.hip10, licence: 'Apache-2.0' },
  tolerance: {
    kind: 'absolute',
    value: 3,
    because:
      'Published from rounded percentages; the price of a credit and the 1,963,604 of case A are as its sums have them, not as misprinted.',
  },
  expected: cases.flatMap(({ name, published }) =>
    published.map((value, i) => ({ of: `case ${name}: ${parts[i]}`, value })),
  ),
  constants: {
    monthly: 5_000_000,
    creditUsd: 1e-5,
    data: 0.325,
    challengers: 0.0095,
    witnesses: 0.0855,
    challengees: 0.18,
  },
  compute({ monthly, creditUsd, data, challengers, witnesses, challengees }) {
    const coverage = challengers + witnesses + challengees;
    return cases.flatMap(({ credits, price }) => {
      const providerShare = data + coverage;
      const { world, on } = alone(dataFirst, { providerShare, dataCap: data / providerShare });
      on(0, ({ ledger, settlement, market }) => {
        ledger.mint('emission', monthly, 'emission');
        settlement.fees = credits * creditUsd;
        market.price = price;
      });
      const rest = world.reward.providers - world.reward.data;
      return [
        world.reward.data,
        ...[challengers, witnesses, challengees].map((share) => (rest * share) / coverage),
      ];
    });
  },
});
