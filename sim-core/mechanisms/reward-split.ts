import type { World } from '../contract/vocabulary.ts';
import { status } from '../contract/vocabulary.ts';
import { blockRows } from '../kernel/sum.ts';

/**
 * Sums over units that take part (active and not suspended): reward weight of all, as rules multiply it, and capacity of the
 * honest. Weights are frozen by then: statuses change only after rewards are paid.
 */
export function sumTakingPart(
  { providers, network, clock }: World,
  into: { rewardWeight: number; capacity: number },
): void {
  const { count, status: statuses, suspendedUntil, rewardWeight, multiplier, capacity, spoofing } = providers;
  const { tick } = clock;
  into.rewardWeight = 0;
  into.capacity = 0;
  for (let from = 0; from < count; from += blockRows) {
    const to = from + blockRows < count ? from + blockRows : count;
    let weights = 0;
    let capacities = 0;
    for (let i = from; i < to; i++) {
      if (statuses[i] !== status.active || suspendedUntil[i] > tick) continue;
      weights += rewardWeight[i] * multiplier[i];
      if (spoofing[i] === 0) capacities += capacity[i];
    }
    into.rewardWeight += weights;
    into.capacity += capacities;
  }
  into.rewardWeight *= network.weight;
  into.capacity *= network.weight;
}

/**
 * Pays every unit that takes part by weight and the honest by capacity, the honest also their part of the dollars that
 * customers paid; what is left of `emission` goes to the treasury. `honestCapacity` is what takes part today.
 */
export function pay(world: World, honestCapacity: number, perWeight: number, perCapacity: number): void {
  const { providers, network, clock, reward, settlement, ledger } = world;
  const { count, rewardWeight, capacity, spoofing, suspendedUntil, status: statuses } = providers;
  const { multiplier, reward: rewards, shadowReward, fiat } = providers;
  const { tick } = clock;
  const usdPerCapacity = honestCapacity > 0 ? settlement.toProviders / honestCapacity : 0;
  let total = 0;
  let spoofed = 0;
  for (let from = 0; from < count; from += blockRows) {
    const to = from + blockRows < count ? from + blockRows : count;
    let paidInBlock = 0;
    let spoofedInBlock = 0;
    for (let i = from; i < to; i++) {
      const s = statuses[i];
      if (s !== status.active && s !== status.paused) continue;
      const honest = spoofing[i] === 0;
      const free = suspendedUntil[i] <= tick;
      const weighted = perWeight * rewardWeight[i] * multiplier[i];
      const amount = free ? weighted + (honest ? perCapacity * capacity[i] : 0) : 0;
      const paid = s === status.active ? amount : 0;
      rewards[i] = paid;
      shadowReward[i] = amount;
      fiat[i] = free && honest ? usdPerCapacity * capacity[i] : 0;
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
