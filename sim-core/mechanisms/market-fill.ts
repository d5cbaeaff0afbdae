import type { World } from '../contract/vocabulary.ts';
import { emaWeight } from '../kernel/math.ts';

/**
 * Fills all orders of a day at one price where traders take the other side: they buy what is offered and part with what is
 * burned. Those who bid to keep tokens are paid out of the traders' account, as after any market.
 */
export function fillAgainstTraders({ market, orders, ledger }: World, executed: number, close: number): void {
  market.executed = executed;
  ledger.move('selling', 'traders', orders.sellTokens, 'sold');
  ledger.burn('traders', orders.burnUsd / executed, 'burned for credits');
  market.price = close;
  market.smoothedPrice += emaWeight(14) * (close - market.smoothedPrice);
}

/** What it reads and writes. */
export const fillReads = ['orders.sellTokens', 'orders.burnUsd'] as const;

export const fillWrites = [
  'market.price',
  'market.smoothedPrice',
  'market.executed',
  'ledger.selling',
  'ledger.traders',
] as const;
