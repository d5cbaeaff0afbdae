import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { exp, sqrt } from '../../kernel/math.ts';
import { fillAgainstTraders, fillReads, fillWrites } from '../market-fill.ts';
import { sources } from '../sources.ts';

/** The price wanders by itself and sometimes jumps: geometric Brownian motion with jumps. Nothing in the model moves it. */
export const jumpDiffusion = mechanism({
  id: 'market.jump-diffusion',
  version: 1,
  slot: 'market',
  title: 'Random walk with jumps',
  summary:
    'Fills all orders at a price that wanders and jumps by itself, so that every seed has another path.',
  sources: [sources.merton],
  parameters: {
    drift: number({
      label: 'Drift',
      unit: '1/year',
      min: -5,
      max: 5,
      default: 0,
      step: 0.1,
      why: 'Expected growth of the price in a year, jumps apart, as a continuous rate. 0: nobody knows better than today.',
    }),
    volatility: number({
      label: 'Volatility',
      unit: '1',
      min: 0,
      max: 1,
      default: 0.045,
      step: 0.005,
      why: 'Standard deviation of the logarithm of a day without a jump; with jumps near the 5.4 % a day of HNT.',
    }),
    jumpRate: number({
      label: 'Jumps',
      unit: '1/year',
      min: 0,
      max: 365,
      default: 12,
      step: 1,
      why: 'Average number in a year, at most one a day. They make the tails that calm days lack.',
    }),
    jumpMean: number({
      label: 'Jump on average',
      unit: '1',
      min: -5,
      max: 5,
      default: 0,
      step: 0.05,
      why: 'Mean of the logarithm of a jump: below 0, bad news comes faster than good.',
    }),
    jumpSpread: number({
      label: 'Spread of jumps',
      unit: '1',
      min: 0,
      max: 5,
      default: 0.15,
      step: 0.05,
      why: 'Standard deviation of the logarithm of a jump.',
    }),
  },
  reads: [...fillReads, 'shocks.crash'],
  writes: fillWrites,
  step(world, { drift, volatility, jumpRate, jumpMean, jumpSpread }) {
    const { market, shocks, clock, random } = world;
    random.turn(clock.tick, 0);
    const wander = random.normal(0);
    const jumps = random.uniform(1) < 1 - exp(-jumpRate / 365);
    const jump = jumps ? jumpMean + jumpSpread * random.normal(2) : 0;
    const change = drift / 365 - (volatility * volatility) / 2 + volatility * wander + jump;
    const close = market.price * exp(change) * (1 - shocks.crash);
    fillAgainstTraders(world, sqrt(market.price * close), close);
  },
  invariants: [{ says: 'The price is above zero.', holds: ({ market }) => market.price > 0 }],
  examples: [
    {
      says: 'Without luck it drifts: 0.365 a year is a thousandth a day; orders are filled half way',
      given: { drift: 0.365, volatility: 0, jumpRate: 0 },
      before: {
        'market.price': 2,
        'market.smoothedPrice': 2,
        'orders.burnUsd': 20,
        'orders.sellTokens': 5,
        'ledger.selling': 5,
        'ledger.traders': 100,
      },
      after: {
        'market.price': 2 * exp(0.001),
        'market.executed': 2 * exp(0.0005),
        'market.smoothedPrice': 2 + (4 / 15) * (exp(0.001) - 1),
        'ledger.selling': 0,
        'ledger.traders': 105 - 10 / exp(0.0005),
      },
    },
    {
      says: 'A crash by three quarters',
      given: { volatility: 0, jumpRate: 0 },
      before: { 'market.price': 2, 'shocks.crash': 0.75 },
      after: { 'market.price': 0.5, 'market.executed': 1 },
    },
  ],
});
