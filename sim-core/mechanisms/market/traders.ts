import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { clamp, emaWeight, exp, log, max, min, pow, sqrt, tanh } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/**
 * Outside money: traders who buy under a fundamental value and sell above it, follow momentum, or make noise. The
 * fundamental is fees at a multiple plus a valuation of unproven demand that decays; most of a boom is that valuation.
 */
export const traders = mechanism({
  id: 'market.traders',
  version: 1,
  slot: 'market',
  title: 'Traders',
  summary:
    'Posts the orders of fundamental, momentum and noise traders; list it before the market that fills them.',
  sources: [sources.kalabic, sources.gabaix, sources.barberis, sources.messari],
  parameters: {
    multiple: number({
      label: 'Multiple on fees',
      unit: 'year',
      min: 0,
      max: 200,
      default: 15,
      step: 1,
      why: 'Years of fees that buyers pay for.',
      source: sources.messari,
    }),
    hypePeak: number({
      label: 'Hype at its peak',
      unit: '1',
      min: 1,
      max: 100,
      default: 18,
      step: 1,
      why: 'Valuation of unproven demand at its peak over that of the first day. Decides the size of a boom.',
    }),
    hypePeakAfter: number({
      label: 'Hype peaks after',
      unit: 'day',
      min: 1,
      max: 3650,
      default: 300,
      step: 30,
      why: 'When the hump of that valuation is.',
    }),
    hypeHalfLife: number({
      label: 'Hype halves every',
      unit: 'day',
      min: 1,
      max: 36_500,
      default: 600,
      step: 30,
      why: 'It must decay, or emission without revenue never goes to zero.',
    }),
    narrative: number({
      label: 'Extrapolates growth',
      unit: 'year',
      min: 0,
      max: 1,
      default: 0.1,
      step: 0.05,
      why: 'Weight of the last months of provider growth in the valuation.',
      source: sources.barberis,
    }),
    fundamental: number({
      label: 'Fundamental traders',
      unit: '1/day',
      min: 0,
      max: 0.4,
      default: 0.1,
      step: 0.01,
      why: 'Speed at which price returns to value. Above 0.4 the market swings from day to day.',
    }),
    momentum: number({
      label: 'Momentum traders',
      unit: '1/day',
      min: 0,
      max: 0.1,
      default: 0.01,
      step: 0.005,
      why: 'Strength of following the last 20 days.',
    }),
    noise: number({
      label: 'Noise',
      unit: '1',
      min: 0,
      max: 0.5,
      default: 0.045,
      step: 0.005,
      why: 'Daily standard deviation it gives the price; HNT moved 5.4 % a day.',
    }),
    volatilitySpread: number({
      label: 'Spread of volatility',
      unit: '1',
      min: 0,
      max: 2,
      default: 0.5,
      step: 0.1,
      why: 'Calm and wild months: without it returns have too thin tails.',
    }),
    volatilityHalfLife: number({
      label: 'Half-life of volatility',
      unit: 'day',
      min: 1,
      max: 3650,
      default: 40,
      step: 10,
      why: 'How long such a month lasts.',
    }),
    sentimentSpread: number({
      label: 'Spread of sentiment',
      unit: '1',
      min: 0,
      max: 3,
      default: 0.7,
      step: 0.1,
      why: 'Standard deviation of the logarithm by which value is over- or underestimated.',
    }),
    sentimentHalfLife: number({
      label: 'Half-life of sentiment',
      unit: 'day',
      min: 1,
      max: 3650,
      default: 180,
      step: 30,
      why: 'How long a mood lasts; HNT 2023-25: 179 days, 70 to infinity.',
    }),
    lockedCounts: number({
      label: 'Counts tokens not for sale',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.5,
      step: 0.1,
      why: '1: only total supply matters; 0: only what is for sale.',
      source: sources.gabaix,
    }),
    discount: number({
      label: 'Discount rate',
      unit: '1/year',
      min: 0.01,
      max: 5,
      default: 0.3,
      step: 0.05,
      why: 'With the decline of the schedule it says how much future emission weighs.',
      source: sources.kalabic,
    }),
  },
  state: { sentiment: 0, volatility: 0, fees: 0, momentum: 0, previousPrice: 0, hype: 0 },
  needs: ['market.poolUsd'],
  reads: [
    'settlement.fees',
    'emission.comingYear',
    'emission.decline',
    'network.growth',
    'market.price',
    'market.poolUsd',
    'ledger.pool',
    'ledger.exiting',
    'ledger.insiders',
    'shocks.sentiment',
    'shocks.crash',
  ],
  writes: ['orders.buyUsd', 'orders.sellTokens', 'ledger.traders', 'ledger.selling'],
  step({ settlement, emission, network, market, orders, ledger, shocks, clock, state, random }, given) {
    const { price, poolUsd } = market;
    const { tick } = clock;
    random.turn(tick, 0);
    const [n0, n1, n2, n3] = [random.normal(0), random.normal(1), random.normal(2), random.uniform(3)];

    const keepVolatility = pow(0.5, 1 / given.volatilityHalfLife);
    state.volatility =
      keepVolatility * state.volatility +
      given.volatilitySpread * sqrt(1 - keepVolatility * keepVolatility) * n0;
    const turbulence = exp(state.volatility - given.volatilitySpread * given.volatilitySpread);
    const keepSentiment = pow(0.5, 1 / given.sentimentHalfLife);
    state.sentiment =
      keepSentiment * state.sentiment +
      given.sentimentSpread * sqrt(1 - keepSentiment * keepSentiment) * turbulence * n1 +
      shocks.sentiment;

    state.fees += max(emaWeight(90), 1 / (tick + 1)) * (settlement.fees - state.fees);
    if (state.previousPrice > 0)
      state.momentum += emaWeight(20) * (log(price / state.previousPrice) - state.momentum);
    state.previousPrice = price;

    // Supply as the market counts it: what exists, what of it is for sale, and what the schedule will still mint.
    const outstanding = ledger.genesis + ledger.minted - ledger.burned;
    const float =
      ledger.balance('pool') +
      ledger.balance('traders') +
      ledger.balance('selling') +
      ledger.balance('insiders') +
      ledger.balance('exiting');
    const toCome = emission.comingYear / (given.discount + 365 * emission.decline);
    const supply = given.lockedCounts * outstanding + (1 - given.lockedCounts) * float + toCome;

    const feeValue = given.multiple * 365 * state.fees;
    // The first day's hype makes value equal price: it is never a free parameter.
    if (tick === 0) state.hype = max(0, price * supply - feeValue);
    const z = tick / given.hypePeakAfter;
    const hype =
      state.hype *
      (1 + (given.hypePeak - 1) * z * exp(1 - z)) *
      pow(0.5, tick / given.hypeHalfLife) *
      exp(given.narrative * clamp(network.growth, 0, 4));
    const value = ((feeValue + hype) * exp(state.sentiment)) / supply;

    const gap = (value - price) / (value + price);
    const follow = given.momentum * poolUsd * tanh(state.momentum / 0.03);
    const noise = (turbulence * given.noise * poolUsd * n2 * (n3 < 0.08 ? 2.4 : 1)) / 2;
    const held = ledger.balance('traders');
    const wanted = given.fundamental * poolUsd * gap;
    const valueTrade =
      wanted > 0 ? min(wanted, 0.02 * value * outstanding) : max(wanted, -0.05 * held * price);
    const trade = valueTrade + follow + noise;
    if (trade >= 0) {
      orders.buyUsd += trade;
    } else {
      sell(min(-trade / price, held));
    }
    // In a crash so many sell that the close falls by its size: with S more tokens it is (X / (X + S))^2 of what it was.
    if (shocks.crash > 0) {
      const forced = ledger.balance('pool') * (1 / sqrt(1 - shocks.crash) - 1);
      sell(min(forced, ledger.balance('traders')));
    }

    function sell(amount: number): void {
      ledger.move('traders', 'selling', amount, 'traders sell');
      orders.sellTokens += amount;
    }
  },
  examples: [
    {
      says: 'On the first day value is price: without luck nobody trades',
      given: { noise: 0, sentimentSpread: 0, volatilitySpread: 0 },
      before: { 'market.price': 2, 'market.poolUsd': 1000, 'ledger.traders': 1000 },
      after: { 'orders.buyUsd': 0, 'orders.sellTokens': 0 },
    },
    {
      says: 'Fees worth more than the price draw a tenth of the gap a day, in pool dollars',
      given: { noise: 0, sentimentSpread: 0, volatilitySpread: 0, multiple: 10, fundamental: 0.1 },
      before: {
        'market.price': 1,
        'market.poolUsd': 1000,
        'ledger.traders': 1000,
        'settlement.fees': 3000 / 3650,
      },
      after: { 'orders.buyUsd': 1000 * 0.1 * ((3 - 1) / (3 + 1)) },
    },
    {
      says: 'A crash of 36 % sells a quarter of the pool into it; the mood falls with it',
      given: { noise: 0, sentimentSpread: 0, volatilitySpread: 0, momentum: 0 },
      before: {
        'market.price': 1,
        'market.poolUsd': 1000,
        'ledger.pool': 1000,
        'ledger.traders': 10_000,
        'shocks.crash': 0.36,
      },
      after: { 'orders.sellTokens': 250, 'ledger.traders': 9750 },
    },
    {
      says: 'Held over the value, tokens are sold: at half the price a tenth of a third of the pool',
      given: { noise: 0, sentimentSpread: 0, volatilitySpread: 0, fundamental: 0.1 },
      before: {
        'market.price': 1,
        'market.poolUsd': 900,
        'ledger.traders': 10_000,
        'shocks.sentiment': -log(2),
      },
      after: { 'orders.sellTokens': 30 },
    },
  ],
});
