import { ofWeek } from '../mechanisms/emission/weekly-decay.ts';
import { perCapacity } from '../mechanisms/reward/per-capacity.ts';
import { sources } from '../mechanisms/sources.ts';
import { alone } from './alone.ts';
import { check } from './check.ts';

/** One vehicle with 9,000 of 240 million points, paid by the mechanism that splits emission by weight. */
export const dimoVehicle = check({
  id: 'V18',
  title: 'DIMO: 9,000 of 240,000,000 points earn 41.4375 of 1,105,000',
  unit: 'token/week',
  source: sources.dip2,
  tolerance: { kind: 'absolute', value: 0, because: 'Exact.' },
  expected: [{ of: 'the vehicle', value: 41.4375 }],
  constants: { initial: 1_105_000, points: 9000, allPoints: 240_000_000 },
  compute({ initial, points, allPoints }) {
    const { world, on } = alone(perCapacity, { providerShare: 1 }, 2);
    on(0, ({ ledger, network, providers }) => {
      ledger.mint('emission', ofWeek(initial, 0.85, 52, 0), 'weekly issuance');
      network.active = 2;
      providers.rewardWeight[0] = points;
      providers.rewardWeight[1] = allPoints - points;
    });
    return [world.providers.reward[0]];
  },
});
