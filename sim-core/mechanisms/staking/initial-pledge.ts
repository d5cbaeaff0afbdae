import { mechanism } from '../../contract/mechanism.ts';
import { status } from '../../contract/vocabulary.ts';
import { floor, min } from '../../kernel/math.ts';
import { joinedToday } from '../../kernel/provider-rows.ts';
import { blockRows, sum } from '../../kernel/sum.ts';
import { sources } from '../sources.ts';
import { pledgeParameters, pledgePerWeight } from './initial-pledge-rule.ts';

/** For the examples: ten rows of two units that run, with 2 of the network's weight of 100 each, at 3 USD a token. */
const newcomers = {
  'providers.status': 2,
  'providers.rewardWeight': 2,
  'network.weight': 2,
  'network.rewardWeight': 100,
  'reward.providers': 50,
  'market.price': 3,
};

/** A thousand tokens that circulate, 300 of them held by providers, and others that do not. */
const thousand = {
  'providers.held': 100,
  'ledger.pool': 100,
  'ledger.traders': 200,
  'ledger.providers': 300,
  'ledger.selling': 150,
  'ledger.exiting': 50,
  'ledger.insiders': 200,
  'ledger.staked': 500,
};

/**
 * Providers lock collateral for the weight they claim: from the day after they join, and again for what they add. They pay
 * from what they hold and bid on the market for the rest; what they bid for today comes tomorrow, out of what traders bought
 * for them at today's price. Leaving or shrinking frees it in proportion.
 */
export const initialPledge = mechanism({
  id: 'staking.initial-pledge',
  version: 1,
  slot: 'staking',
  title: 'Initial pledge',
  summary:
    'Locks days of expected reward and a share of circulating supply as collateral of providers that join or grow, and returns it.',
  sources: [sources.filecoinMonies, sources.fip81],
  parameters: pledgeParameters,
  columns: {
    covered: { table: 'providers', type: 'f64', meaning: 'reward weight that it has pledged for' },
    owed: { table: 'providers', type: 'f64', meaning: 'tokens of its pledge that it bid for yesterday' },
  },
  state: { bid: 0, bidUsd: 0 },
  needs: ['providers', 'market.executed'],
  follows: ['staking.slashed'],
  reads: [
    'providers.status',
    'providers.joinedAt',
    'providers.rewardWeight',
    'network.weight',
    'network.rewardWeight',
    'reward.providers',
    'market.price',
    'market.executed',
    'market.poolUsd',
    'ledger.pool',
    'ledger.selling',
    'ledger.insiders',
  ],
  writes: [
    'providers.held',
    'providers.pledged',
    'providers.termEnds',
    'staking.locked',
    'staking.pledge',
    'staking.flatPledge',
    'staking.released',
    'orders.buyUsd',
    'ledger.traders',
    'ledger.providers',
    'ledger.pledged',
    'ledger.exiting',
  ],
  start({ providers, network, ledger, own }, { term, atStart }) {
    const { count, status: statuses, rewardWeight, joinedAt, pledged, termEnds } = providers;
    const { covered } = own;
    for (let i = 0; i < count; i++) {
      covered[i] = statuses[i] === status.active && joinedAt[i] < 0 ? rewardWeight[i] : 0;
      // Whole terms since it joined are over.
      if (covered[i] > 0 && term > 0) termEnds[i] = joinedAt[i] + term * (floor(-joinedAt[i] / term) + 1);
    }
    const total = sum(covered, count) * network.weight;
    const locked = total > 0 ? min(atStart, ledger.balance('traders')) : 0;
    for (let i = 0; i < count; i++) pledged[i] = total > 0 ? (covered[i] * locked) / total : 0;
    ledger.move('traders', 'pledged', locked, 'pledged at start');
  },
  step(world, given) {
    const { providers, network, market, orders, staking, ledger, state, own } = world;
    const { status: statuses, rewardWeight, held, pledged, termEnds } = providers;
    const { covered, owed } = own;
    const { flat, term } = given;
    const { tick } = world.clock;
    const perWeight = pledgePerWeight(world, given);
    // What yesterday's dollars bought of the tokens they were bid for; traders may have parted with some since.
    const bought = min(state.bid, state.bidUsd / market.executed, ledger.balance('traders'));
    const came = state.bid > 0 ? bought / state.bid : 0;

    let fromMarket = 0;
    let fromHeld = 0;
    let toHeld = 0;
    let toLeavers = 0;
    let bid = 0;
    const { rows, ends } = joinedToday(world);
    for (let block = 0; block < ends.length; block++) {
      let marketInBlock = 0;
      let fromHeldInBlock = 0;
      let toHeldInBlock = 0;
      let leaversInBlock = 0;
      let bidInBlock = 0;
      for (let at = block * blockRows, end = ends[block]; at < end; at++) {
        const i = rows[at];
        const s = statuses[i];
        if (s !== status.active && s !== status.paused) {
          if (covered[i] === 0 && pledged[i] === 0) continue;
          leaversInBlock += pledged[i];
          pledged[i] = 0;
          covered[i] = 0;
          owed[i] = 0;
          continue;
        }
        const now = rewardWeight[i];
        const before = covered[i];
        // Most days nothing is owed, added or at its end.
        if (now === before && owed[i] === 0 && (term === 0 || termEnds[i] > tick)) continue;
        const arrived = came * owed[i];
        pledged[i] += arrived;
        marketInBlock += arrived;
        let missing = owed[i] - arrived;
        if (now > before) {
          missing += (now - before) * perWeight;
          if (before === 0) missing += flat;
        } else if (now < before) {
          const kept = now / before;
          const freed = pledged[i] * (1 - kept);
          pledged[i] -= freed;
          held[i] += freed;
          toHeldInBlock += freed;
          missing *= kept;
        }
        covered[i] = now;
        if (term > 0 && termEnds[i] <= tick) {
          termEnds[i] = tick + term;
          const more = now * perWeight + flat - pledged[i];
          if (more > missing) missing = more;
        }
        const paid = held[i] < missing ? held[i] : missing;
        held[i] -= paid;
        pledged[i] += paid;
        fromHeldInBlock += paid;
        owed[i] = missing - paid;
        bidInBlock += owed[i];
      }
      fromMarket += marketInBlock;
      fromHeld += fromHeldInBlock;
      toHeld += toHeldInBlock;
      toLeavers += leaversInBlock;
      bid += bidInBlock;
    }
    const { weight } = network;
    ledger.move('traders', 'pledged', fromMarket * weight, 'pledge bought');
    ledger.move('pledged', 'providers', toHeld * weight, 'pledge returned');
    ledger.move('providers', 'pledged', fromHeld * weight, 'pledge');
    ledger.move('pledged', 'exiting', toLeavers * weight, 'pledge returned to leavers');
    staking.pledge = perWeight;
    staking.flatPledge = flat;
    staking.locked += (fromMarket + fromHeld) * weight;
    staking.released += (toHeld + toLeavers) * weight;
    state.bid = bid * weight;
    const most = market.poolUsd > 0 ? given.pace * market.poolUsd : Number.POSITIVE_INFINITY;
    state.bidUsd = min(state.bid * market.price, most);
    orders.buyUsd += state.bidUsd;
  },
  examples: [
    {
      says: '20 days of reward: a weight of 2 in 100 that share 50 a day pledges 20; 12 held pay part, 8 are bid for at 3 USD',
      given: { target: 0, most: 1000 },
      before: { ...newcomers, 'providers.held': 12, 'ledger.providers': 240 },
      after: {
        'providers.held': 0,
        'providers.pledged': 12,
        'providers.termEnds': 540,
        'ledger.pledged': 240,
        'ledger.providers': 0,
        'orders.buyUsd': 20 * 8 * 3,
        'staking.locked': 240,
      },
    },
    {
      says: 'The next day what was bid for comes from traders: 8 bid for at 3 USD and filled at 4 are 6, 2 are bid for again',
      given: { target: 0, most: 1000 },
      before: {
        ...newcomers,
        'providers.held': 12,
        'ledger.providers': 240,
        'ledger.traders': 1000,
        'market.executed': 4,
      },
      days: 2,
      after: {
        'providers.pledged': 18,
        'ledger.pledged': 240 + 120,
        'ledger.traders': 880,
        'orders.buyUsd': 20 * 2 * 3,
        'staking.locked': 120,
      },
    },
    {
      says: 'A pool of 400 USD sees bids of a tenth of it: 40 USD filled at 4 are 10 of the 160 asked, which they share',
      given: { target: 0, most: 1000, pace: 0.1 },
      before: { ...newcomers, 'market.poolUsd': 400, 'market.executed': 4, 'ledger.traders': 1000 },
      days: 2,
      after: { 'orders.buyUsd': 40, 'ledger.pledged': 10, 'providers.pledged': 0.5 },
    },
    {
      says: 'FIP-0081: 30 % of 1,000 circulating tokens, 0.3 of it over a weight of 100, 0.7 over a baseline of 200',
      given: { storageDays: 0, baseline: 200, baselineFrom: 0, rampFrom: -365, term: 0 },
      before: { ...newcomers, ...thousand },
      after: { 'providers.held': 100 - 2 * 300 * (0.3 / 100 + 0.7 / 200), 'providers.termEnds': 0 },
    },
    {
      says: 'Before the ramp the baseline alone counts, which doubles in a year',
      given: { storageDays: 0, baseline: 100, baselineFrom: -365, rampFrom: 0 },
      before: { ...newcomers, ...thousand },
      after: { 'providers.held': 97, 'ledger.pledged': 60, 'ledger.providers': 240 },
    },
    {
      says: 'A weight of 2 pledges at most twice 4, and 7 for being there; who has paid is not asked again',
      given: { target: 0, most: 4, flat: 7, term: 0 },
      before: { ...newcomers, 'providers.held': 100, 'ledger.providers': 2000 },
      days: 2,
      after: {
        'providers.pledged': 15,
        'orders.buyUsd': 0,
        'staking.locked': 0,
        'staking.pledge': 4,
        'staking.flatPledge': 7,
      },
    },
    {
      says: 'Leavers take it with them',
      before: { ...newcomers, 'providers.status': 4, 'providers.pledged': 9, 'ledger.pledged': 180 },
      after: { 'providers.pledged': 0, 'ledger.exiting': 180, 'staking.released': 180, 'orders.buyUsd': 0 },
    },
    {
      says: 'Before anyone is paid there is nothing to reckon by',
      before: { ...newcomers, ...thousand, 'network.rewardWeight': 0 },
      after: { 'providers.pledged': 0, 'providers.held': 100, 'orders.buyUsd': 0 },
    },
    {
      says: 'Who was there before the first day has pledged its part, and stands in its third term',
      given: { term: 100, atStart: 400 },
      before: { ...newcomers, 'providers.joinedAt': -250, 'ledger.traders': 1000 },
      after: {
        'providers.pledged': 20,
        'ledger.pledged': 400,
        'ledger.traders': 600,
        'orders.buyUsd': 0,
        'providers.termEnds': 50,
      },
    },
    {
      says: "At the end of a term it commits again and pledges what is missing of today's 20",
      given: { target: 0, most: 1000 },
      before: {
        ...newcomers,
        'providers.joinedAt': -540,
        'providers.pledged': 15,
        'ledger.pledged': 300,
        'providers.termEnds': 0,
      },
      after: { 'orders.buyUsd': 20 * 5 * 3, 'providers.termEnds': 540, 'providers.pledged': 15 },
    },
  ],
});
