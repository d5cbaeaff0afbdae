import type { World } from '../../contract/vocabulary.ts';
import { status } from '../../contract/vocabulary.ts';
import { blockRows } from '../../kernel/sum.ts';

/** Tokens burned for credits of `usd`, each of which is worth `creditUsd`, at the price of the mint. */
export function burnedForCredits(usd: number, price: number, creditUsd: number): number {
  return (usd * creditUsd) / price;
}

/** Tokens minted to pay a provider `usd` of credits at the price of the settlement. */
export function mintedForCredits(usd: number, price: number, creditUsd: number): number {
  return (usd * creditUsd) / price;
}

/** What the vault's tokens are worth over the credits they back; 1 where there are none. */
export function collateralRatio(tokens: number, price: number, creditsUsd: number): number {
  return creditsUsd > 0 ? (tokens * price) / creditsUsd : 1;
}

/** Gives `tokens` to honest active units by their capacity; returns what was given: nothing where there is no such unit. */
export function holdByCapacity({ providers, network }: World, tokens: number): number {
  const { count, status: statuses, spoofing, capacity, held } = providers;
  let total = 0;
  for (let from = 0; from < count; from += blockRows) {
    const to = from + blockRows < count ? from + blockRows : count;
    let block = 0;
    for (let i = from; i < to; i++) {
      if (statuses[i] === status.active && spoofing[i] === 0) block += capacity[i];
    }
    total += block;
  }
  if (total === 0) return 0;
  const perCapacity = tokens / (total * network.weight);
  for (let i = 0; i < count; i++) {
    if (statuses[i] === status.active && spoofing[i] === 0) held[i] += perCapacity * capacity[i];
  }
  return tokens;
}
