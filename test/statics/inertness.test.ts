// What is switched off is as if it were not there, to the last bit: no mechanism moves another's luck or rounding.
import { beforeAll, describe, expect, it } from 'vitest';
import type { MechanismUse, ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { mechanismUse } from '../../sim-core/validation/economy.ts';
import { type Archetype, type Changes, storage, wireless } from './archetypes.ts';
import { type Measured, runOf } from './ensemble.ts';

type Network = 'wireless' | 'storage';

const small = { horizon: '500 day', 'agents.providers.rows': 500, 'agents.users.count': 100 };

const compared: readonly Measured[] = [
  'market.price',
  'demand.fees',
  'supply.minted',
  'supply.burned',
  'supply.outstanding',
  'providers.active',
  'users.active',
  'fraud.share',
];

let networks: Readonly<Record<Network, Archetype>>;
beforeAll(async () => {
  networks = { wireless: await wireless(), storage: await storage() };
});

/** Every column, bit by bit: -0 is not 0, and a gap is a gap. */
function expectSame(one: ScenarioSpec, other: ScenarioSpec): void {
  const [a, b] = [runOf(one, '1'), runOf(other, '1')];
  for (const metric of compared) {
    expect(a(metric).length).toBe(500);
    expect(b(metric), metric).toEqual(a(metric));
  }
}

const without = (spec: ScenarioSpec, id: string): ScenarioSpec => {
  const mechanisms = spec.mechanisms.filter((use) => use.id !== id);
  return { ...spec, mechanisms };
};

/** With a mechanism more, first in its slot. */
const having = (spec: ScenarioSpec, id: string, given: MechanismUse['parameters']): ScenarioSpec => ({
  ...spec,
  mechanisms: [mechanismUse(id, given), ...spec.mechanisms],
});

describe('a mechanism of the network, at its neutral value, is as if it were taken out', () => {
  it.each<{ id: string; network: Network; neutral: Changes }>([
    { id: 'emission.net', network: 'wireless', neutral: { 'emission.net.cap': 0 } },
    {
      id: 'verification.random-audit',
      network: 'wireless',
      neutral: { 'verification.random-audit.rate': 0 },
    },
    { id: 'staking.vesting', network: 'storage', neutral: { 'staking.vesting.share': 0 } },
    {
      id: 'staking.slashing',
      network: 'storage',
      neutral: { 'staking.slashing.share': 0, 'staking.slashing.expelledShare': 0 },
    },
    {
      id: 'staking.termination-fee',
      network: 'storage',
      neutral: {
        'staking.termination-fee.share': 0,
        'staking.termination-fee.least': 0,
        'staking.termination-fee.faultDays': 0,
      },
    },
  ])('$id', ({ id, network, neutral }) => {
    const spec = networks[network].spec({ ...small, ...neutral });
    expectSame(spec, without(spec, id));
  });
});

describe('a mechanism that is added at its neutral value changes nothing', () => {
  const nobody = { name: ['team'], tokens: [0], cliff: [0], duration: [1095] };
  it.each<{ id: string; given: MechanismUse['parameters'] }>([
    { id: 'shocks.price-crash', given: { after: 100, size: 0 } },
    { id: 'shocks.cost-rise', given: { after: 100, size: 0 } },
    { id: 'shocks.competitor', given: { after: 100, share: 0 } },
    { id: 'shocks.hardware-delay', given: { after: 100, factor: 1 } },
    { id: 'shocks.outage', given: { after: 100, share: 0 } },
    { id: 'shocks.fraud-wave', given: { after: 100, share: 0 } },
    { id: 'reward.multipliers', given: {} },
    { id: 'governance.none', given: {} },
    { id: 'staking.vesting', given: { share: 0 } },
    { id: 'staking.unlock-schedule', given: { tranches: nobody } },
    { id: 'staking.initial-pledge', given: { storageDays: 0, target: 0 } },
  ])('$id', ({ id, given }) => {
    const spec = networks.wireless.spec(small);
    expectSame(having(spec, id, given), spec);
  });
});

describe('where one value switches something off, what else is said of it does not count', () => {
  it.each<{ says: string; off: Changes; idle: Changes }>([
    {
      says: 'without spoofers: how often they are caught, and what they claim',
      off: { 'agents.providers.spoofers': 0 },
      idle: { 'verification.random-audit.detection': 0.1, 'agents.providers.spoofMultiple': 7 },
    },
    {
      says: 'without a hump of hype: when it is',
      off: { 'market.traders.hypePeak': 1 },
      idle: { 'market.traders.hypePeakAfter': 30 },
    },
    {
      says: 'without moods: how long one lasts',
      off: { 'market.traders.sentimentSpread': 0 },
      idle: { 'market.traders.sentimentHalfLife': 20 },
    },
    {
      says: 'without demand: what customers would think of prices',
      off: {
        'agents.users.potential': 0,
        'agents.users.awareAtStart': 0,
        'demand.logit-choice.imitation': 0,
        'demand.logit-choice.innovation': 0,
      },
      idle: { 'demand.logit-choice.priceWeight': 9, 'agents.users.incumbentPrice': 3 },
    },
  ])('$says', ({ off, idle }) => {
    const { wireless: network } = networks;
    expectSame(network.spec({ ...small, ...off, ...idle }), network.spec({ ...small, ...off }));
  });
});
