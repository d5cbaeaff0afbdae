import { mechanism } from '../../contract/mechanism.ts';
import { number, table } from '../../contract/parameter.ts';
import type { World } from '../../contract/vocabulary.ts';
import { status } from '../../contract/vocabulary.ts';
import { abs } from '../../kernel/math.ts';
import { uniform } from '../../kernel/random.ts';
import { blockRows } from '../../kernel/sum.ts';
import { pay, rewardReads, rewardWrites, sumTakingPart } from '../reward-split.ts';
import { sources } from '../sources.ts';

/** Tick of the draws at genesis, so that they share nothing with those of any day. */
const genesis = -1;

const scores = ['score0', 'score1', 'score2', 'score3', 'score4', 'score5', 'score6', 'score7'] as const;

/** One token, several networks: holders decide by their stake how emission is split; within a network weight does. */
export const subNetworks = mechanism({
  id: 'reward.sub-networks',
  version: 1,
  slot: 'reward',
  title: 'Sub-networks by stake',
  summary: 'Splits emission among sub-networks by their smoothed stake, then within each by reward weight.',
  sources: [sources.hip141, sources.heliumProgram],
  parameters: {
    providerShare: number({
      label: "Providers' share",
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.94,
      step: 0.01,
      why: 'Share of emission that sub-networks get; 6 % go to those who stake.',
      source: sources.hip141,
    }),
    smoothing: number({
      label: 'Smoothed over',
      unit: 'day',
      min: 1,
      max: 3650,
      default: 30,
      step: 5,
      why: 'Each day a score moves by this part of the way to the stake: most of a change has come after three months.',
      source: sources.hip141,
    }),
    networks: table({
      label: 'Sub-networks',
      unit: 'row',
      why: 'At most eight: which part of providers serves each, and what holders have staked on it.',
      columns: {
        name: { kind: 'text', label: 'Name' },
        providers: { kind: 'number', label: 'Share of providers', unit: 'share', min: 0, max: 1 },
        stake: { kind: 'number', label: 'Staked by holders', unit: 'token', min: 0, max: 1e15 },
      },
    }),
  },
  columns: { member: { table: 'providers', type: 'u8', meaning: 'row of its sub-network' } },
  state: {
    score0: 0,
    score1: 0,
    score2: 0,
    score3: 0,
    score4: 0,
    score5: 0,
    score6: 0,
    score7: 0,
    rewardWeight: 0,
    capacity: 0,
  },
  needs: ['providers'],
  follows: ['providers.multiplier'],
  reads: [
    ...rewardReads.filter((path) => path !== 'providers.multiplier'),
    'providers.id',
    'providers.staked',
  ],
  writes: [...rewardWrites, 'providers.multiplier'],
  refuses: ({ networks: { name, providers } }) => {
    if (name.length < 1 || name.length > scores.length) {
      return {
        parameter: 'networks',
        message: `There are ${name.length} sub-networks.`,
        hint: `Give 1 to ${scores.length} rows.`,
      };
    }
    const total = providers.reduce((sum, part) => sum + part, 0);
    if (abs(total - 1) < 1e-6) return undefined;
    return {
      parameter: 'networks',
      message: `The shares of providers sum to ${total}.`,
      hint: 'They must sum to 1.',
    };
  },
  start({ providers, own, random }, { networks }) {
    random.turn(genesis, 0);
    for (let i = 0; i < providers.count; i++)
      own.member[i] = networkAt(networks.providers, uniform(random.k0, random.k1, providers.id[i]));
  },
  step(world, { providerShare, smoothing, networks }) {
    const { providers, network, clock, ledger, state, own } = world;
    const { count, status: statuses, multiplier } = providers;
    const { member } = own;
    const today = clock.tick === 0 ? 1 : 1 / smoothing;
    let total = 0;
    for (let n = 0; n < networks.stake.length; n++) {
      const stake = networks.stake[n] + stakedIn(world, member, n);
      state[scores[n]] += today * (stake - state[scores[n]]);
      total += state[scores[n]];
    }

    sumTakingPart(world, state);
    const whole = state.rewardWeight;
    for (let n = 0; n < networks.stake.length; n++) {
      const weight = weightIn(world, member, n);
      const part = total > 0 ? state[scores[n]] / total : 0;
      // So that one price for weight pays each network its part. An empty one leaves it to the treasury.
      const scale = weight > 0 ? (part * whole) / weight : part;
      for (let i = 0; i < count; i++)
        if (member[i] === n && statuses[i] !== status.exited) multiplier[i] *= scale;
    }
    sumTakingPart(world, state);
    network.rewardWeight = state.rewardWeight;
    pay(world, state.capacity, whole > 0 ? (providerShare * ledger.balance('emission')) / whole : 0, 0);
  },
  examples: [
    {
      says: 'Both networks have providers: all of the share is paid, whatever the sizes',
      given: {
        networks: { name: ['IOT', 'MOBILE'], providers: [0.5, 0.5], stake: [75, 25] },
        providerShare: 0.9,
      },
      before: {
        'ledger.emission': 1000,
        'providers.status': 2,
        'providers.rewardWeight': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        'providers.multiplier': 1,
      },
      after: { 'reward.providers': 900, 'ledger.treasury': 100 },
    },
    {
      says: 'A network without providers leaves its part to the treasury: 60 of 100 are paid, by weight',
      given: { networks: { name: ['A', 'B'], providers: [1, 0], stake: [60, 40] }, providerShare: 1 },
      before: {
        'ledger.emission': 100,
        'providers.status': [2, 2, 3, 4, 4, 4, 4, 4, 4, 4],
        'providers.rewardWeight': [1, 2, 1, 1, 1, 1, 1, 1, 1, 1],
        'providers.multiplier': [1, 1, 2, 1, 1, 1, 1, 1, 1, 1],
      },
      after: {
        'providers.reward': [20, 40, 0, 0, 0, 0, 0, 0, 0, 0],
        'providers.shadowReward': [20, 40, 40, 0, 0, 0, 0, 0, 0, 0],
        'providers.multiplier': [0.6, 0.6, 1.2, 1, 1, 1, 1, 1, 1, 1],
        'network.rewardWeight': 1.8,
        'ledger.treasury': 40,
      },
    },
    {
      says: 'What its providers stake counts for a network: 5 of each of ten rows of 37 units against 1,850',
      given: { networks: { name: ['A', 'B'], providers: [1, 0], stake: [0, 1850] }, providerShare: 1 },
      before: {
        'ledger.emission': 100,
        'providers.status': 2,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
        'providers.staked': 5,
        'network.weight': 37,
      },
      after: { 'reward.providers': 50 },
    },
    {
      says: 'Without any stake nobody is paid',
      given: { networks: { name: ['A'], providers: [1], stake: [0] }, providerShare: 1 },
      before: {
        'ledger.emission': 100,
        'providers.status': 2,
        'providers.rewardWeight': 1,
        'providers.multiplier': 1,
      },
      after: { 'reward.providers': 0, 'ledger.treasury': 100 },
    },
  ],
});

/** The sub-network whose part of the cumulative shares holds `u`. */
function networkAt(shares: readonly number[], u: number): number {
  let n = 0;
  for (let total = shares[0]; u >= total && n < shares.length - 1; total += shares[n]) n += 1;
  return n;
}

/** Tokens that providers of a sub-network have staked. */
function stakedIn({ providers, network }: World, member: Uint8Array, n: number): number {
  const { count, status: statuses, staked } = providers;
  let total = 0;
  for (let from = 0; from < count; from += blockRows) {
    const to = from + blockRows < count ? from + blockRows : count;
    let block = 0;
    for (let i = from; i < to; i++) if (member[i] === n && statuses[i] !== status.exited) block += staked[i];
    total += block;
  }
  return total * network.weight;
}

/** Reward weight of the units of a sub-network that take part. */
function weightIn({ providers, network, clock }: World, member: Uint8Array, n: number): number {
  const { count, status: statuses, suspendedUntil, rewardWeight, multiplier } = providers;
  const { tick } = clock;
  let total = 0;
  for (let from = 0; from < count; from += blockRows) {
    const to = from + blockRows < count ? from + blockRows : count;
    let block = 0;
    for (let i = from; i < to; i++) {
      if (member[i] !== n || statuses[i] !== status.active || suspendedUntil[i] > tick) continue;
      block += rewardWeight[i] * multiplier[i];
    }
    total += block;
  }
  return total * network.weight;
}
