import { floor } from '../kernel/math.ts';
import { nextInflation } from '../mechanisms/emission/target-bonding.ts';
import { sources } from '../mechanisms/sources.ts';
import { check } from './check.ts';

const start = 1000;

/** Livepeer's minter: its unit cases in parts per billion, LIP-40's amounts, LIP-107's half-year. */
export const livepeerMinter = check({
  id: 'V16',
  title: 'Livepeer minter: steps of inflation, LIP-40 and LIP-107',
  unit: 'parts per billion, token',
  source: sources.livepeerMinter,
  tolerance: {
    kind: 'absolute',
    value: 0,
    because: 'The contract counts in whole parts per billion and tokens.',
  },
  expected: [
    { of: '40 % bonded', value: 1500 },
    { of: '60 % bonded', value: 500 },
    { of: '50 % bonded', value: 1000 },
    { of: '600 of 1,000 here and 300 on the other chain', value: 1500 },
    { of: 'no supply', value: 1500 },
    { of: 'step larger than inflation', value: 0 },
    { of: 'LIP-40, step 3,000: minted', value: 9783 },
    { of: 'LIP-40, step 500: minted', value: 9837 },
    { of: 'LIP-107, half a year of steps down: "just over 140,000"', value: 140_000, within: 5000 },
  ],
  constants: {
    step: 500,
    target: 0.5,
    divisor: 1_000_000_000,
    lip40Inflation: 455_000,
    lip107Step: 700,
    lip107Rounds: 414.7,
  },
  compute({ step, target, divisor, lip40Inflation, lip107Step, lip107Rounds }) {
    const after = (bonded: number, supply: number, by = step) =>
      nextInflation(start, by, bonded, supply, target);
    const lip40 = (by: number) => {
      const inflation = nextInflation(lip40Inflation, by, 0.6, 1, target);
      return floor((21_645_383 * inflation) / divisor);
    };
    let falling = 1_000_000;
    for (let round = 0; round < floor(lip107Rounds / 2); round++)
      falling = nextInflation(falling, lip107Step, 0.6, 1, target);
    return [
      after(400, 1000),
      after(600, 1000),
      after(500, 1000),
      after(600, 1000 + 300),
      after(0, 0),
      after(600, 1000, 2 * start),
      lip40(6 * step),
      lip40(step),
      1_000_000 - falling,
    ];
  },
});
