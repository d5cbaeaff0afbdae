import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { min } from '../../kernel/math.ts';
import { pay, rewardReads, rewardWrites, sumTakingPart } from '../reward-split.ts';
import { sources } from '../sources.ts';

/** Only service that somebody used is paid, at a price in tokens, as far as the emission goes. */
export const perServedUnit = mechanism({
  id: 'reward.per-served-unit',
  version: 1,
  slot: 'reward',
  title: 'Per unit served',
  summary:
    'Pays a price in tokens for each unit served, up to a share of emission; the rest goes to the treasury.',
  sources: [sources.hip147],
  parameters: {
    providerShare: number({
      label: "Providers' share",
      unit: 'share',
      min: 0,
      max: 1,
      default: 1,
      step: 0.05,
      why: 'Share of emission that can be paid for service; what service does not use goes to the treasury.',
    }),
    price: number({
      label: 'Paid for a unit',
      unit: 'token/unit',
      min: 0,
      max: 1e9,
      default: 0.1,
      step: 0.05,
      why: 'In tokens, so that providers bear the price. Where service outgrows emission each unit gets less.',
    }),
  },
  state: { rewardWeight: 0, capacity: 0 },
  needs: ['providers', 'demand.served'],
  follows: ['providers.multiplier'],
  reads: [...rewardReads, 'demand.served'],
  writes: [...rewardWrites, 'reward.data'],
  step(world, { providerShare, price }) {
    const { network, demand, reward, state, ledger } = world;
    sumTakingPart(world, state);
    network.rewardWeight = state.rewardWeight;
    const pool = providerShare * ledger.balance('emission');
    reward.data = state.capacity > 0 ? min(demand.served * price, pool) : 0;
    pay(world, state.capacity, 0, state.capacity > 0 ? reward.data / state.capacity : 0);
  },
  examples: [
    {
      says: '200 units at half a token are 100 of 1,000 tokens; the honest share them, the treasury keeps the rest',
      given: { price: 0.5 },
      before: {
        'ledger.emission': 1000,
        'demand.served': 200,
        'providers.status': 2,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'providers.capacity': 8,
        'providers.spoofing': [3, 3, 0, 0, 0, 0, 0, 0, 0, 0],
      },
      after: {
        'reward.data': 100,
        'providers.reward': [0, 0, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5, 12.5],
        'ledger.treasury': 900,
        'network.rewardWeight': 10,
      },
    },
    {
      says: 'More service than emission can pay: all of the share, no more',
      given: { price: 0.5, providerShare: 0.6 },
      before: {
        'ledger.emission': 1000,
        'demand.served': 1e6,
        'providers.status': 2,
        'providers.capacity': 1,
      },
      after: { 'reward.data': 600, 'providers.reward': 60, 'ledger.treasury': 400 },
    },
    {
      says: 'Nobody honest there: nothing is paid',
      given: { price: 0.5 },
      before: { 'ledger.emission': 10, 'demand.served': 5, 'providers.capacity': 1 },
      after: { 'reward.data': 0, 'ledger.treasury': 10 },
    },
  ],
});
