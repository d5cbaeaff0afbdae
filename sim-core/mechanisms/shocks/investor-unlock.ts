import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { min } from '../../kernel/math.ts';
import { isOn, shockDuration, shockTiming } from '../shock-timing.ts';

/** The lock on early investors' tokens falls, and they sell: more supply for buyers who are no more than before. */
export const investorUnlock = mechanism({
  id: 'shocks.investor-unlock',
  version: 1,
  slot: 'shocks',
  title: 'Investor unlock',
  summary: 'Early investors sell a share of all tokens over some weeks, the same number every day.',
  sources: [],
  parameters: {
    ...shockTiming,
    duration: shockDuration(
      90,
      'A quarter: those who want out do not wait, and do not sell in one day either.',
    ),
    size: number({
      label: 'Sold',
      unit: 'share',
      min: 0,
      max: 0.5,
      default: 0.05,
      step: 0.01,
      why: 'Share of all tokens. Investors of such networks often hold 15 to 25 %; a third to a fifth of them sells.',
    }),
  },
  needs: ['market.poolUsd'],
  state: { until: 0, daily: 0 },
  reads: [],
  writes: ['orders.sellTokens', 'ledger.traders', 'ledger.selling'],
  step(world, given) {
    const { clock, state, ledger, orders } = world;
    if (!isOn(world, given)) return;
    if (state.until === clock.tick + given.duration) {
      state.daily = (given.size * (ledger.genesis + ledger.minted - ledger.burned)) / given.duration;
    }
    const sold = min(state.daily, ledger.balance('traders'));
    ledger.move('traders', 'selling', sold, 'investors sell');
    orders.sellTokens += sold;
  },
  examples: [
    {
      says: 'A tenth of 1,000 tokens over five days: 20 a day, on top of other orders',
      given: { after: 0, duration: 5, size: 0.1 },
      before: { 'ledger.traders': 1000, 'orders.sellTokens': 3 },
      after: { 'ledger.traders': 980, 'ledger.selling': 20, 'orders.sellTokens': 23 },
    },
    {
      says: 'As many on the second day; after two days nobody sells',
      given: { after: 0, duration: 2, size: 0.1 },
      before: { 'ledger.traders': 1000 },
      days: 3,
      after: { 'ledger.traders': 900, 'ledger.selling': 100, 'orders.sellTokens': 0 },
    },
    {
      says: 'Not before its day',
      given: { after: 1, size: 0.5 },
      before: { 'ledger.traders': 1000 },
      after: { 'ledger.traders': 1000 },
    },
    {
      says: 'Never more than is there: of 1,000 tokens 900 are with the treasury',
      given: { after: 0, duration: 1, size: 0.5 },
      before: { 'ledger.traders': 100, 'ledger.treasury': 900 },
      after: { 'ledger.traders': 0, 'ledger.selling': 100 },
    },
  ],
});
