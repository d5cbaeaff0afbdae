import { mechanism } from '../../contract/mechanism.ts';
import { number, series } from '../../contract/parameter.ts';
import { min } from '../../kernel/math.ts';
import { valueOn } from '../../kernel/series.ts';

/** Demand as it was: what customers burned in a week and paid for it, spread evenly over the days. */
export const recorded = mechanism({
  id: 'demand.recorded',
  version: 1,
  slot: 'demand',
  title: 'Recorded demand',
  summary: 'Customers want as much service as a recorded series of burned tokens paid for.',
  sources: [],
  parameters: {
    burned: series({
      label: 'Burned a week',
      unit: 'token/week',
      min: 0,
      max: 1e15,
      why: 'Tokens that customers burned for service in the week that begins on each date.',
    }),
    price: series({
      label: 'Price then',
      unit: 'USD/token',
      min: 1e-12,
      max: 1e9,
      why: 'What those tokens cost, which makes them dollars. Use the series that the market uses.',
    }),
    unitPrice: number({
      label: 'Price of a unit',
      unit: 'USD/unit',
      min: 1e-9,
      max: 1e9,
      default: 0.5,
      step: 0.05,
      why: 'Turns dollars into units of service: 0.50 USD a GB on the wireless network until 2026.',
    }),
  },
  reads: ['network.capacity', 'shocks.demand'],
  writes: ['demand.wanted', 'demand.served', 'demand.unitPrice'],
  step({ clock, demand, network, shocks }, { burned, price, unitPrice }) {
    const spent = (valueOn(burned, clock.day) / 7) * valueOn(price, clock.day);
    demand.unitPrice = unitPrice;
    demand.wanted = (spent / unitPrice) * shocks.demand;
    demand.served = min(demand.wanted, network.capacity);
  },
  examples: [
    {
      says: '70 tokens a week at 2 USD want 40 units a day at 0.50 USD; capacity serves 30 of them',
      given: { burned: { days: [0], values: [70] }, price: { days: [0], values: [2] }, unitPrice: 0.5 },
      before: { 'network.capacity': 30 },
      after: { 'demand.wanted': 40, 'demand.served': 30, 'demand.unitPrice': 0.5 },
    },
    {
      says: 'A shock that halves demand',
      given: { burned: { days: [0], values: [70] }, price: { days: [0], values: [2] }, unitPrice: 0.5 },
      before: { 'network.capacity': 30, 'shocks.demand': 0.5 },
      after: { 'demand.wanted': 20, 'demand.served': 20 },
    },
  ],
});
