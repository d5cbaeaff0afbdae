import { mechanism } from '../../contract/mechanism.ts';
import { choice, number } from '../../contract/parameter.ts';
import { status } from '../../contract/vocabulary.ts';
import { emaWeight, exp, min, pow, sqrt } from '../../kernel/math.ts';
import { runningToday } from '../../kernel/provider-rows.ts';
import { blockRows } from '../../kernel/sum.ts';
import { sources } from '../sources.ts';
import { wantedStake } from '../stake-choice.ts';

/** Holders bond tokens to providers and share their rewards, which are bonded in turn; how much they bond follows the yield. */
export const bonding = mechanism({
  id: 'staking.bonding',
  version: 1,
  slot: 'staking',
  title: 'Bonding by delegators',
  summary:
    'Holders bond a share of supply to providers for a part of their rewards, the more the better it pays.',
  sources: [sources.livepeerMinter, sources.livepeerBonding, sources.lip107],
  parameters: {
    atStart: number({
      label: 'Bonded at start',
      unit: 'token',
      min: 0,
      max: 1e15,
      default: 0,
      step: 1_000_000,
      why: 'What is bonded before the first day, out of what traders hold.',
    }),
    usual: number({
      label: 'Usually bonded',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.45,
      step: 0.05,
      why: 'Share of supply that is bonded at the usual yield. Livepeer stood near its target of a half for years.',
    }),
    usualYield: number({
      label: 'Usual yield',
      unit: '1/year',
      min: 0.001,
      max: 100,
      default: 0.65,
      step: 0.05,
      why: 'Nominal yield at which that share is bonded: the median of a year in the risk report of LIP-107.',
      source: sources.lip107,
    }),
    response: number({
      label: 'Response to yield',
      unit: '1',
      min: 0,
      max: 5,
      default: 0.1,
      step: 0.05,
      why: 'Elasticity of the bonded share to the yield, found small beside what the market does.',
      source: sources.lip107,
    }),
    adjustment: number({
      label: 'Bonds within',
      unit: 'day',
      min: 1,
      max: 3650,
      default: 60,
      step: 10,
      why: 'Time in which holders come to bond what they want to.',
    }),
    wander: number({
      label: 'Wanders by',
      unit: '1',
      min: 0,
      max: 2,
      default: 0,
      step: 0.01,
      why: 'Standard deviation of the logarithm of the share that holders want to bond, for reasons that are not the yield: those were found to weigh more.',
      source: sources.lip107,
    }),
    wanderHalfLife: number({
      label: 'Wanders back in',
      unit: 'day',
      min: 1,
      max: 3650,
      default: 120,
      step: 10,
      why: 'Half-life of such a mood. Livepeer stayed a few points off its mean for months.',
    }),
    rewardShare: number({
      label: "Delegators' share",
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.8,
      step: 0.05,
      why: "Part of providers' rewards that is passed on; the rest is the cut that pays for running the network.",
    }),
    leave: choice({
      label: 'Leave',
      unit: '1',
      options: ['at once', 'through the unbonding queue'],
      default: 'at once',
      why: 'The queue needs staking.unbonding in the list, which lets it out after its time.',
    }),
  },
  state: { stake: 0, yield: 0, mood: 0 },
  reads: ['providers.status', 'network.weight'],
  writes: [
    'providers.reward',
    'providers.shadowReward',
    'staking.locked',
    'staking.released',
    'staking.yield',
    'staking.votes',
    'ledger.traders',
    'ledger.providers',
    'ledger.staked',
    'ledger.unbonding',
  ],
  refuses: ({ leave, atStart }, { sets, genesis }) =>
    genesis > 0 && atStart >= genesis
      ? {
          parameter: 'atStart',
          message: `${atStart} tokens are bonded on the first day, of ${genesis} that there are.`,
          hint: 'Bond fewer, or start with a larger supply.',
        }
      : leave === 'at once' || sets('ledger.unbonding')
        ? undefined
        : {
            parameter: 'leave',
            message: 'What leaves would wait for good: no other mechanism empties the unbonding queue.',
            hint: "Add staking.unbonding, or choose 'at once'.",
          },
  start({ ledger, state }, { atStart, usualYield }) {
    state.stake = min(atStart, ledger.balance('traders'));
    ledger.move('traders', 'staked', state.stake, 'bonded at start');
    state.yield = usualYield;
  },
  step(world, given) {
    const { providers, network, staking, ledger, state, clock, random } = world;
    const { status: statuses, reward, shadowReward } = providers;
    const { rewardShare } = given;
    if (state.stake > 0) {
      const { rows, ends } = runningToday(world);
      let shared = 0;
      for (let block = 0; block < ends.length; block++) {
        let sharedInBlock = 0;
        for (let at = block * blockRows, end = ends[block]; at < end; at++) {
          const i = rows[at];
          const s = statuses[i];
          if (s !== status.active && s !== status.paused) continue;
          const earned = reward[i];
          const part = rewardShare * earned;
          reward[i] = earned - part;
          shadowReward[i] *= 1 - rewardShare;
          sharedInBlock += part;
        }
        shared += sharedInBlock;
      }
      shared *= network.weight;
      ledger.move('providers', 'staked', shared, 'shared with delegators');
      staking.yield = (365 * shared) / state.stake;
      state.yield += emaWeight(30) * (staking.yield - state.yield);
      state.stake += shared;
      staking.locked += shared;
    }

    random.turn(clock.tick, 0);
    const keep = pow(0.5, 1 / given.wanderHalfLife);
    state.mood = keep * state.mood + given.wander * sqrt(1 - keep * keep) * random.normal(0);
    const supply = ledger.genesis + ledger.minted - ledger.burned;
    const usual = given.usual * exp(state.mood);
    const wanted = wantedStake(supply, usual, given.response, state.yield, given.usualYield);
    const change = (wanted - state.stake) / given.adjustment;
    if (change > 0) {
      const bonded = min(change, ledger.balance('traders'));
      ledger.move('traders', 'staked', bonded, 'bonded');
      state.stake += bonded;
      staking.locked += bonded;
    } else {
      const queued = given.leave === 'through the unbonding queue';
      ledger.move('staked', queued ? 'unbonding' : 'traders', -change, 'unbonded');
      state.stake += change;
      if (!queued) staking.released -= change;
    }
    staking.votes += state.stake;
  },
  examples: [
    {
      says: 'Nobody has bonded: providers keep their rewards; of 1,000 tokens a tenth of the 400 wanted is bonded on the first day',
      given: { usual: 0.4, adjustment: 10 },
      before: { 'ledger.traders': 1000, 'providers.status': 2, 'providers.reward': 1 },
      after: {
        'providers.reward': 1,
        'ledger.staked': 40,
        'ledger.traders': 960,
        'staking.locked': 40,
        'staking.votes': 40,
        'staking.yield': 0,
      },
    },
    {
      says: 'Of rewards of 10 delegators bond 8 more: on 292, with 20 units, 2 a year',
      given: { usual: 0, adjustment: 3650, atStart: 29_200, rewardShare: 0.8 },
      before: {
        'providers.status': [2, 2, 2, 2, 2, 3, 3, 3, 3, 3],
        'providers.reward': [10, 10, 10, 10, 10, 0, 0, 0, 0, 0],
        'providers.shadowReward': 10,
        'network.weight': 4,
        'ledger.providers': 1000,
        'ledger.traders': 30_000,
      },
      after: {
        'providers.reward': [2, 2, 2, 2, 2, 0, 0, 0, 0, 0],
        'providers.shadowReward': 2,
        'ledger.providers': 840,
        'staking.yield': 2,
        'staking.locked': 160,
        'ledger.staked': 29_360 - 29_360 / 3650,
        'ledger.traders': 800 + 29_360 / 3650,
        'staking.released': 29_360 / 3650,
        'staking.votes': 29_360 - 29_360 / 3650,
      },
    },
    {
      says: 'Twice the usual yield, on average, draws twice as many at an elasticity of 1',
      given: { usual: 0.1, response: 1, usualYield: 1.5, adjustment: 1, atStart: 100, rewardShare: 1 },
      // A yield of 1.5 + 1.5 * 31/2 on this day makes the 30-day average 3.
      before: {
        'ledger.traders': 1000,
        'ledger.providers': 10,
        'providers.status': 2,
        'providers.reward': (24.75 * 10) / 365,
        'network.weight': 1,
      },
      after: { 'staking.yield': 24.75, 'ledger.staked': 202 },
    },
    {
      says: 'What leaves through the queue is not free yet',
      given: { usual: 0, adjustment: 2, atStart: 100, leave: 'through the unbonding queue' },
      before: { 'ledger.traders': 100 },
      after: { 'ledger.unbonding': 50, 'ledger.staked': 50, 'ledger.traders': 0, 'staking.released': 0 },
    },
    {
      says: 'Rewards of those who left long ago are not shared, and nobody bonds what he has not',
      given: { usual: 1, adjustment: 1, atStart: 60 },
      before: { 'ledger.traders': 100, 'ledger.pool': 50, 'providers.status': 4, 'providers.reward': 9 },
      days: 2,
      after: { 'providers.reward': 9, 'ledger.staked': 100, 'ledger.pool': 50, 'staking.yield': 0 },
    },
  ],
});
