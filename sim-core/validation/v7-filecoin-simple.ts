import { log } from '../kernel/math.ts';
import { mintedBetween } from '../mechanisms/emission/baseline-rule.ts';
import { sources } from '../mechanisms/sources.ts';
import { check } from './check.ts';
import { simpleReward } from './figures/filecoin-simple-reward.ts';

/** Filecoin's simple minting, epoch by epoch: what the clock mints in the epoch before x. */
export const filecoinSimple = check({
  id: 'V7',
  title: 'Filecoin simple reward, 512 reference rows',
  unit: 'token/epoch',
  source: sources.filecoinActors,
  tolerance: { kind: 'relative', value: 1e-12, because: 'The actor computes with 128 bits after the point.' },
  expected: simpleReward.map((value, i) => ({ of: `epoch ${5000 * i}`, value })),
  constants: { total: 330e6, halfLifeYears: 6, epochsPerYear: 365 * 2880 },
  compute({ total, halfLifeYears, epochsPerYear }) {
    const rate = log(2) / (halfLifeYears * epochsPerYear);
    return simpleReward.map((_, i) => mintedBetween(total, rate, 5000 * i - 1, 5000 * i));
  },
});
