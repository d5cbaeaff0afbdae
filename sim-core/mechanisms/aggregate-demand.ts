import { number } from '../contract/parameter.ts';
import type { World } from '../contract/vocabulary.ts';
import { min } from '../kernel/math.ts';
import { noticeService } from './serve-users.ts';

/** How much, and at what price: what demand is asked that knows no single customers. */
export const aggregateParameters = {
  potential: number({
    label: 'Potential demand',
    unit: 'unit/day',
    min: 0,
    max: 1e15,
    default: 400_000,
    step: 10_000,
    why: 'What is wanted once everyone has come: with 0.50 USD a unit 200,000 USD a day, the upper limit of what five years of HNT burns allow.',
  }),
  unitPrice: number({
    label: 'Price of a unit',
    unit: 'USD/unit',
    min: 1e-9,
    max: 1e9,
    default: 0.5,
    step: 0.05,
    why: 'Turns units of service into dollars: 0.50 USD a GB on the wireless network until 2026. Demand does not answer to it here.',
  }),
  incumbentPrice: number({
    label: "Incumbent's price",
    unit: 'USD/unit',
    min: 1e-9,
    max: 1e9,
    default: 1.15,
    step: 0.05,
    why: 'What the centralised alternative asks for a unit: only compared with, 2.3 times as much in tables of such prices.',
  }),
};

/** Asks the network for `potential` of those who have come, which it serves as far as its capacity goes. */
export function wantShare(
  { demand, customers, network, shocks }: World,
  share: number,
  given: { readonly potential: number; readonly unitPrice: number; readonly incumbentPrice: number },
): void {
  customers.incumbentPrice = given.incumbentPrice;
  demand.unitPrice = given.unitPrice;
  demand.wanted = given.potential * share * shocks.demand;
  demand.served = min(demand.wanted, network.capacity);
  noticeService({ demand, customers });
}

/** What it reads and writes. */
export const aggregateReads = ['network.capacity', 'shocks.demand'] as const;

export const aggregateWrites = [
  'demand.wanted',
  'demand.served',
  'demand.unitPrice',
  'customers.service',
  'customers.incumbentPrice',
] as const;
