import type { World } from '../contract/vocabulary.ts';
import { status } from '../contract/vocabulary.ts';
import { max } from '../kernel/math.ts';
import { runningToday } from '../kernel/provider-rows.ts';
import { blockRows } from '../kernel/sum.ts';

/**
 * Sums over units that take part (active and not suspended): reward weight of all, as rules multiply it, and capacity of the
 * honest. Weights are frozen by then: statuses change only after rewards are paid.
 */
export function sumTakingPart(world: World, into: { rewardWeight: number; capacity: number }): void {
  const { providers, network, clock } = world;
  const { status: statuses, suspendedUntil, rewardWeight, multiplier, capacity, spoofing } = providers;
  const { tick } = clock;
  const { rows, ends } = runningToday(world);
  let totalWeight = 0;
  let totalCapacity = 0;
  for (let block = 0; block < ends.length; block++) {
    let weights = 0;
    let capacities = 0;
    for (let at = block * blockRows, end = ends[block]; at < end; at++) {
      const i = rows[at];
      if (statuses[i] !== status.active || suspendedUntil[i] > tick) continue;
      weights += rewardWeight[i] * multiplier[i];
      if (spoofing[i] === 0) capacities += capacity[i];
    }
    totalWeight += weights;
    totalCapacity += capacities;
  }
  into.rewardWeight = totalWeight * network.weight;
  into.capacity = totalCapacity * network.weight;
}

/**
 * Pays every unit that takes part by weight and the honest by capacity, the honest also their part of the dollars that
 * customers paid; what is left of `emission` goes to the treasury. `honestCapacity` is what takes part today.
 */
export function pay(world: World, honestCapacity: number, forWeight: number, forCapacity: number): void {
  // What yesterday left over may be a rounding error below zero: on a day without emission nothing is paid.
  const [perWeight, perCapacity] = [max(0, forWeight), max(0, forCapacity)];
  const { providers, network, clock, reward, settlement, ledger } = world;
  const { rewardWeight, capacity, spoofing, suspendedUntil, status: statuses } = providers;
  const { multiplier, reward: rewards, shadowReward, fiat } = providers;
  const { tick } = clock;
  const usdPerCapacity = honestCapacity > 0 ? settlement.toProviders / honestCapacity : 0;
  const { rows, ends } = runningToday(world);
  let total = 0;
  let spoofed = 0;
  for (let block = 0; block < ends.length; block++) {
    let paidInBlock = 0;
    let spoofedInBlock = 0;
    for (let at = block * blockRows, end = ends[block]; at < end; at++) {
      const i = rows[at];
      const s = statuses[i];
      if (s !== status.active && s !== status.paused) continue;
      const honest = spoofing[i] === 0;
      const free = suspendedUntil[i] <= tick;
      const weighted = perWeight * rewardWeight[i] * multiplier[i];
      const served = honest ? capacity[i] : 0;
      const amount = free ? weighted + perCapacity * served : 0;
      const paid = s === status.active ? amount : 0;
      rewards[i] = paid;
      shadowReward[i] = amount;
      fiat[i] = free ? usdPerCapacity * served : 0;
      paidInBlock += paid;
      if (!honest) spoofedInBlock += paid;
    }
    total += paidInBlock;
    spoofed += spoofedInBlock;
  }
  reward.perWeight = perWeight;
  reward.providers = total * network.weight;
  reward.toSpoofers = spoofed * network.weight;
  ledger.move('emission', 'providers', reward.providers, 'reward');
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
