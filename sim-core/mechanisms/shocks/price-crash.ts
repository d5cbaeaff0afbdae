import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { log } from '../../kernel/math.ts';
import { shockTiming, strikes } from '../shock-timing.ts';

/**
 * The price falls and so does what traders think it is worth: a fall of the price alone is bought back within days by those
 * who trade on value.
 */
export const priceCrash = mechanism({
  id: 'shocks.price-crash',
  version: 1,
  slot: 'shocks',
  title: 'Price crash',
  summary: 'Sellers force the price down in a day, and traders think less of the token from then on.',
  sources: [],
  parameters: {
    ...shockTiming,
    size: number({
      label: 'Falls by',
      unit: 'share',
      min: 0,
      max: 0.99,
      default: 0.5,
      step: 0.05,
      why: 'Share of the price that is gone in a day. Half is a severe test, not a forecast.',
    }),
  },
  reads: [],
  writes: ['shocks.sentiment', 'shocks.crash'],
  step(world, given) {
    if (!strikes(world, given)) return;
    const { shocks } = world;
    shocks.sentiment += log(1 - given.size);
    shocks.crash = 1 - (1 - shocks.crash) * (1 - given.size);
  },
  examples: [
    {
      says: 'A crash by half takes ln 2 from the mood; on top of another by half, three quarters are gone',
      given: { after: 0, size: 0.5 },
      before: { 'shocks.sentiment': 1, 'shocks.crash': 0.5 },
      after: { 'shocks.sentiment': 1 + log(0.5), 'shocks.crash': 0.75 },
    },
    {
      says: 'On the day before nothing happens',
      given: { after: 1, size: 0.5 },
      after: { 'shocks.sentiment': 0, 'shocks.crash': 0 },
    },
    {
      says: 'It lasts one day: the mood remembers, the shock does not',
      given: { after: 0, size: 0.5 },
      days: 2,
      after: { 'shocks.sentiment': 0, 'shocks.crash': 0 },
    },
    {
      says: 'At random, at no rate, never',
      given: { when: 'random', after: 0, rate: 0 },
      after: { 'shocks.crash': 0 },
    },
  ],
});
