import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { min } from '../../kernel/math.ts';
import { pay, rewardReads, rewardWrites, sumTakingPart } from '../reward-split.ts';
import { sources } from '../sources.ts';

/** Served data is paid first, at what customers paid for it; what is left goes by capacity. */
export const dataFirst = mechanism({
  id: 'reward.data-first',
  version: 1,
  slot: 'reward',
  title: 'Data first',
  summary:
    'Pays served data at what customers paid, up to a bucket; splits the rest in proportion to capacity.',
  sources: [sources.hip10],
  parameters: {
    providerShare: number({
      label: "Providers' share",
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.62,
      step: 0.01,
      why: 'Share of emission that providers get; the rest goes to the treasury (founders, governance, consensus).',
      source: sources.hip20,
    }),
    dataCap: number({
      label: 'Data bucket',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.525,
      step: 0.025,
      why: "Largest part of the providers' share that data can take: 32.5 % of emission, which is 0.525 of 62 %.",
      source: sources.hip10,
    }),
  },
  state: { rewardWeight: 0, capacity: 0 },
  needs: ['providers', 'settlement.fees'],
  follows: ['providers.multiplier'],
  reads: [...rewardReads, 'settlement.fees', 'market.price'],
  writes: [...rewardWrites, 'reward.data'],
  step(world, { providerShare, dataCap }) {
    const { network, state, settlement, reward, market, ledger } = world;
    sumTakingPart(world, state);
    network.rewardWeight = state.rewardWeight;
    const pool = providerShare * ledger.balance('emission');
    reward.data = state.capacity > 0 ? min(settlement.fees / market.price, dataCap * pool) : 0;
    const rest = pool - reward.data;
    pay(
      world,
      state.capacity,
      state.rewardWeight > 0 ? rest / state.rewardWeight : 0,
      state.capacity > 0 ? reward.data / state.capacity : 0,
    );
  },
  examples: [
    {
      says: 'HIP-10, case A: 10 million credits at 2 USD pay 50 HNT for data out of 1,625,000; the rest is split',
      given: { providerShare: 0.6, dataCap: 0.325 / 0.6 },
      before: {
        'ledger.emission': 5_000_000,
        'settlement.fees': 100,
        'market.price': 2,
        'providers.status': 2,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'providers.capacity': 1,
      },
      after: { 'reward.data': 50, 'reward.providers': 3_000_000, 'providers.reward': 300_000 },
    },
    {
      says: 'HIP-10, case B: 400 billion credits fill the bucket',
      given: { providerShare: 0.6, dataCap: 0.325 / 0.6 },
      before: {
        'ledger.emission': 5_000_000,
        'settlement.fees': 4_000_000,
        'market.price': 2,
        'providers.status': 2,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'providers.capacity': 1,
      },
      after: { 'reward.data': 1_625_000, 'ledger.treasury': 2_000_000 },
    },
    {
      says: 'Spoofers carry no data: the honest alone are paid for it',
      given: { providerShare: 1, dataCap: 1 },
      before: {
        'ledger.emission': 90,
        'settlement.fees': 90,
        'market.price': 1,
        'providers.status': 2,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'providers.capacity': 1,
        'providers.spoofing': [3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      },
      after: { 'providers.reward': [0, 10, 10, 10, 10, 10, 10, 10, 10, 10], 'reward.toSpoofers': 0 },
    },
  ],
});
