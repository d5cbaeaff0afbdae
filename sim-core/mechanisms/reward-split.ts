import type { World } from '../contract/vocabulary.ts';
import { status } from '../contract/vocabulary.ts';
import { max } from '../kernel/math.ts';
import { runningToday } from '../kernel/provider-rows.ts';
import { rowKernel } from '../kernel/row-kernel/row-kernel.ts';

/** Weight, as rules multiply it, of who takes part, and capacity of the honest among them. */
const weighed = rowKernel({
  columns: {
    status: 'u8',
    suspendedUntil: 'i32',
    rewardWeight: 'f64',
    multiplier: 'f64',
    capacity: 'f64',
    spoofing: 'f64',
  },
  scalars: ['tick'],
  row({ column, scalar }) {
    const { rewardWeight, multiplier, capacity } = column;
    return {
      only: column.status.is(status.active).and(column.suspendedUntil.atMost(scalar.tick)),
      sum: {
        weight: rewardWeight.times(multiplier),
        capacity: column.spoofing.is(0).choose(capacity, 0),
      },
    };
  },
});

/** What each is paid or, if paused, would have been. */
const paid = rowKernel({
  columns: {
    status: 'u8',
    suspendedUntil: 'i32',
    rewardWeight: 'f64',
    multiplier: 'f64',
    capacity: 'f64',
    spoofing: 'f64',
    reward: 'f64',
    shadowReward: 'f64',
    fiat: 'f64',
  },
  scalars: ['tick', 'perWeight', 'perCapacity', 'usdPerCapacity'],
  row({ column, scalar }) {
    const active = column.status.is(status.active);
    const honest = column.spoofing.is(0);
    const free = column.suspendedUntil.atMost(scalar.tick);
    const weighted = scalar.perWeight.times(column.rewardWeight).times(column.multiplier);
    const served = honest.choose(column.capacity, 0);
    const amount = free.choose(weighted.plus(scalar.perCapacity.times(served)), 0);
    const paid = active.choose(amount, 0);
    return {
      only: active.or(column.status.is(status.paused)),
      set: {
        reward: paid,
        shadowReward: amount,
        fiat: free.choose(scalar.usdPerCapacity.times(served), 0),
      },
      sum: { total: paid, spoofed: honest.choose(0, paid) },
    };
  },
});

/**
 * Sums over units that take part (active and not suspended): reward weight of all, as rules multiply it, and capacity of the
 * honest. Weights are frozen by then: statuses change only after rewards are paid.
 */
export function sumTakingPart(world: World, into: { rewardWeight: number; capacity: number }): void {
  const { providers, network, clock } = world;
  const { status, suspendedUntil, rewardWeight, multiplier, capacity, spoofing } = providers;
  const sums = weighed({
    count: providers.count,
    rows: runningToday(world),
    columns: { status, suspendedUntil, rewardWeight, multiplier, capacity, spoofing },
    scalars: { tick: clock.tick },
  });
  into.rewardWeight = sums.weight * network.weight;
  into.capacity = sums.capacity * network.weight;
}

/**
 * Pays every unit that takes part by weight and the honest by capacity, the honest also their part of the dollars that
 * customers paid; what is left of `emission` goes to the treasury. `honestCapacity` is what takes part today.
 */
export function pay(world: World, honestCapacity: number, forWeight: number, forCapacity: number): void {
  // What yesterday left over may be a rounding error below zero: on a day without emission nothing is paid.
  const [perWeight, perCapacity] = [max(0, forWeight), max(0, forCapacity)];
  const { providers, network, clock, reward: rewards, settlement, ledger } = world;
  const { rewardWeight, capacity, spoofing, suspendedUntil, status } = providers;
  const { multiplier, reward, shadowReward, fiat } = providers;
  const usdPerCapacity = honestCapacity > 0 ? settlement.toProviders / honestCapacity : 0;
  const { total, spoofed } = paid({
    count: providers.count,
    rows: runningToday(world),
    columns: {
      ...{ status, suspendedUntil, rewardWeight, multiplier, capacity, spoofing },
      ...{ reward, shadowReward, fiat },
    },
    scalars: { tick: clock.tick, perWeight, perCapacity, usdPerCapacity },
  });
  rewards.perWeight = perWeight;
  rewards.providers = total * network.weight;
  rewards.toSpoofers = spoofed * network.weight;
  ledger.move('emission', 'providers', rewards.providers, 'reward');
  const left = ledger.balance('emission');
  if (left > 0) ledger.move('emission', 'treasury', left, 'undistributed');
}

/** What both rewards read and write. */
export const rewardReads = [
  'providers.status',
  'providers.suspendedUntil',
  'providers.rewardWeight',
  'providers.multiplier',
  'providers.capacity',
  'providers.spoofing',
  'network.weight',
  'settlement.toProviders',
] as const;

export const rewardWrites = [
  'providers.reward',
  'providers.shadowReward',
  'providers.fiat',
  'network.rewardWeight',
  'reward.perWeight',
  'reward.providers',
  'reward.toSpoofers',
  'ledger.emission',
  'ledger.providers',
  'ledger.treasury',
] as const;
