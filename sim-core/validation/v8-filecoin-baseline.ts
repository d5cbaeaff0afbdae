import { log } from '../kernel/math.ts';
import { mintedBetween } from '../mechanisms/emission/baseline-rule.ts';
import { sources } from '../mechanisms/sources.ts';
import { check } from './check.ts';
import { baselineReward } from './figures/filecoin-baseline-reward.ts';

/** Filecoin's baseline minting as effective network time passes from theta to theta + 1. */
export const filecoinBaseline = check({
  id: 'V8',
  title: 'Filecoin baseline reward, 512 reference rows',
  unit: 'token/epoch',
  source: sources.filecoinActors,
  tolerance: { kind: 'relative', value: 1e-12, because: 'The actor computes with 128 bits after the point.' },
  expected: baselineReward.map((value, i) => ({ of: `effective epoch ${5000 * i}`, value })),
  constants: { total: 770e6, halfLifeYears: 6, epochsPerYear: 365 * 2880 },
  compute({ total, halfLifeYears, epochsPerYear }) {
    const rate = log(2) / (halfLifeYears * epochsPerYear);
    return baselineReward.map((_, i) => mintedBetween(total, rate, 5000 * i, 5000 * i + 1));
  },
});
