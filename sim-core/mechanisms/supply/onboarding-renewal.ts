import { mechanism } from '../../contract/mechanism.ts';
import { status } from '../../contract/vocabulary.ts';
import { floor, pow } from '../../kernel/math.ts';
import { uniform } from '../../kernel/random.ts';
import { valueOn } from '../../kernel/series.ts';
import { blockRows } from '../../kernel/sum.ts';
import { sources } from '../sources.ts';
import { onboardingParameters, sumWhoCanAdd, windowOf } from './onboarding-renewal-rule.ts';

/** Tick of the draws at genesis. */
const genesis = -1;

/** For the examples: a window of one day, nothing onboarded, all renewed. */
const daily = {
  term: 4,
  onboarding: { days: [0], values: [0] },
  renewal: { days: [0], values: [1] },
};

/** Ten rows of two units that run, with a capacity of 10 each. */
const network = {
  'network.weight': 2,
  'providers.status': 2,
  'providers.capacity': 10,
  'providers.rewardWeight': 20,
  'providers.opex': 4,
};

/**
 * Capacity is committed for terms. Providers add some every day, renew part of what comes to its end and let the rest go; at a
 * loss they add nothing and renew less, and whose capacity is gone has left. Each provider keeps its terms in windows of its
 * own phase, so that on average a term is exact, and of many providers some end every day.
 */
export const onboardingRenewal = mechanism({
  id: 'supply.onboarding-renewal',
  version: 1,
  slot: 'supply',
  title: 'Onboarding and renewal',
  summary:
    'Providers onboard capacity for a term and renew part of it at the end, at recorded or assumed rates.',
  sources: [sources.mechafil, sources.agentFil, sources.fip81, sources.fip100],
  parameters: onboardingParameters,
  columns: {
    ends: { table: 'providers', type: 'i32', meaning: 'tick at which its present window ends' },
    began: { table: 'providers', type: 'f64', meaning: 'capacity with which it began' },
    fresh: { table: 'providers', type: 'f64', meaning: 'capacity committed since its last window ended' },
    first: { table: 'providers', type: 'f64', meaning: 'capacity whose terms end with the next window' },
    second: { table: 'providers', type: 'f64', meaning: 'with the one after' },
    third: { table: 'providers', type: 'f64', meaning: 'with the third' },
    fourth: { table: 'providers', type: 'f64', meaning: 'with the fourth' },
  },
  state: { prospects: 0, growing: 0 },
  needs: ['providers', 'reward.providers'],
  reads: [
    'providers.id',
    'providers.profit',
    'providers.spoofing',
    'network.weight',
    'reward.providers',
    'ledger.pledged',
  ],
  writes: [
    'providers.status',
    'providers.capacity',
    'providers.rewardWeight',
    'providers.opex',
    'providers.held',
    'providers.joinedAt',
    'providers.termEnds',
    'network.active',
    'network.capacity',
    'flows.joined',
    'flows.left',
    'ledger.providers',
    'ledger.exiting',
  ],
  start(world, { term }) {
    const { providers, own, state, random } = world;
    sumWhoCanAdd(world, state);
    const { count, id, status: statuses, capacity, termEnds } = providers;
    const { ends, began, fresh, first, second, third, fourth } = own;
    const window = windowOf(term);
    random.turn(genesis, 0);
    for (let i = 0; i < count; i++) {
      if (statuses[i] !== status.active) continue;
      ends[i] = floor(window * uniform(random.k0, random.k1, id[i]));
      // As if it had always committed the same each day.
      const days = window - ends[i];
      const share = capacity[i] / (4 * window + days);
      began[i] = capacity[i];
      fresh[i] = share * days;
      first[i] = share * window;
      second[i] = first[i];
      third[i] = first[i];
      fourth[i] = first[i];
      termEnds[i] = floor(term / 2) + 1;
    }
  },
  step(world, given) {
    const { providers, network, reward, flows, ledger, clock, own, state, random } = world;
    const { count, id, status: statuses, profit, spoofing, capacity, held, termEnds } = providers;
    const { ends, began, fresh, first, second, third, fourth } = own;
    const { tick, day } = clock;
    const { weight } = network;
    const { term, smallest } = given;

    const pledged = ledger.balance('pledged');
    const yearly = pledged > 0 ? (365 * reward.providers) / pledged : given.usualReturn;
    const added = valueOn(given.onboarding, day) * pow(yearly / given.usualReturn, given.response);
    const byNewcomers = state.prospects > 0 ? given.newcomers * added : 0;
    const chance = state.prospects > 0 ? byNewcomers / (state.prospects * weight) : 0;
    const growth = state.growing > 0 ? (added - byNewcomers) / (state.growing * weight) : 0;
    const grown = 1 + growth;
    const renewal = valueOn(given.renewal, day);
    const window = windowOf(term);

    random.turn(tick, 0);
    const { k0, k1 } = random;
    random.turn(tick, 1);
    const window0 = random.k0;
    const window1 = random.k1;
    let prospects = 0;
    let growing = 0;
    let active = 0;
    let joined = 0;
    let left = 0;
    let honest = 0;
    let tokens = 0;
    for (let from = 0; from < count; from += blockRows) {
      const to = from + blockRows < count ? from + blockRows : count;
      let prospectsInBlock = 0;
      let growingInBlock = 0;
      let honestInBlock = 0;
      let tokensInBlock = 0;
      for (let i = from; i < to; i++) {
        const s = statuses[i];
        if (s === status.prospect) {
          if (uniform(k0, k1, id[i]) >= chance) {
            prospectsInBlock += capacity[i];
            continue;
          }
          statuses[i] = status.active;
          providers.joinedAt[i] = tick;
          joined += 1;
        } else if (s !== status.active && s !== status.paused) continue;

        if (began[i] === 0) {
          // New here, or let in by another mechanism: all it has is committed today.
          began[i] = capacity[i];
          fresh[i] = capacity[i];
          ends[i] = tick + 1 + floor(window * uniform(window0, window1, id[i]));
          termEnds[i] = tick + term;
        } else {
          const losing = profit[i] < 0;
          if (s === status.active && !losing) {
            fresh[i] += growth * capacity[i];
            capacity[i] *= grown;
            providers.rewardWeight[i] *= grown;
            providers.opex[i] *= grown;
          }
          if (ends[i] <= tick) {
            const renewed = first[i] * renewal * (losing ? given.losersRenew : 1);
            const now = capacity[i] - first[i] + renewed;
            if (now <= smallest * began[i]) {
              statuses[i] = status.exited;
              tokensInBlock += held[i];
              held[i] = 0;
              left += 1;
              continue;
            }
            first[i] = second[i];
            second[i] = third[i];
            third[i] = fourth[i];
            // Half of what is renewed ends half a window early, half as much late.
            fourth[i] = fresh[i] + renewed / 2;
            fresh[i] = renewed / 2;
            ends[i] = tick + window;
            const windows = first[i] + 2 * second[i] + 3 * third[i] + 4 * fourth[i] + 5 * fresh[i];
            termEnds[i] = tick + floor((window * windows) / now);
            const scale = now / capacity[i];
            capacity[i] = now;
            providers.rewardWeight[i] *= scale;
            providers.opex[i] *= scale;
          }
        }
        if (s === status.paused) continue;
        active += 1;
        if (profit[i] >= 0) growingInBlock += capacity[i];
        if (spoofing[i] === 0) honestInBlock += capacity[i];
      }
      prospects += prospectsInBlock;
      growing += growingInBlock;
      honest += honestInBlock;
      tokens += tokensInBlock;
    }
    // Tomorrow's onboarding is shared out by today's close.
    state.prospects = prospects;
    state.growing = growing;
    network.active = active * weight;
    network.capacity = honest * weight;
    flows.joined += joined * weight;
    flows.left += left * weight;
    ledger.move('providers', 'exiting', tokens * weight, 'left behind');
  },
  examples: [
    {
      says: 'A fifth of the capacity ends every day, half of it is renewed; cost and weight follow',
      given: { ...daily, renewal: { days: [0], values: [0.5] } },
      before: { ...network, 'providers.spoofing': [3, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
      after: {
        'providers.capacity': 9,
        'providers.rewardWeight': 18,
        'providers.opex': 3.6,
        'network.active': 20,
        'network.capacity': 162,
        // 2, 2, 2, 2.5 and 0.5 end in one to five days: 24.5 / 9 of a day.
        'providers.termEnds': 2,
      },
    },
    {
      says: 'After six days what was renewed on the first has ended again: 10, 9, 8, 7, 6, 4.75, 4.25',
      given: { ...daily, renewal: { days: [0], values: [0.5] } },
      before: network,
      days: 6,
      after: { 'providers.capacity': 4.25, 'flows.left': 0 },
    },
    {
      says: 'Of 30 a day a third comes from newcomers, here all five prospects of 1; 20 grow the others, who renew all',
      given: { ...daily, onboarding: { days: [0], values: [30] }, newcomers: 1 / 3 },
      before: {
        ...network,
        'providers.status': [2, 2, 2, 2, 2, 0, 0, 0, 0, 0],
        'providers.capacity': [10, 10, 10, 10, 10, 1, 1, 1, 1, 1],
        'providers.joinedAt': -1,
      },
      after: {
        'providers.status': 2,
        'providers.capacity': [12, 12, 12, 12, 12, 1, 1, 1, 1, 1],
        'providers.rewardWeight': [24, 24, 24, 24, 24, 20, 20, 20, 20, 20],
        'providers.opex': [4.8, 4.8, 4.8, 4.8, 4.8, 4, 4, 4, 4, 4],
        'providers.joinedAt': [-1, -1, -1, -1, -1, 0, 0, 0, 0, 0],
        'providers.termEnds': [3, 3, 3, 3, 3, 4, 4, 4, 4, 4],
        'flows.joined': 10,
        'network.active': 20,
        'network.capacity': 130,
      },
    },
    {
      says: 'Who is at a loss adds nothing and renews half as much; the paused add nothing and do not count',
      given: { ...daily, onboarding: { days: [0], values: [10] }, newcomers: 0, losersRenew: 0.5 },
      before: {
        ...network,
        'providers.status': [2, 2, 2, 2, 2, 2, 3, 3, 3, 3],
        'providers.profit': [-1, 1, 1, 1, 1, 1, 0, 0, 0, 0],
      },
      after: {
        'providers.capacity': [9, 11, 11, 11, 11, 11, 10, 10, 10, 10],
        'network.active': 12,
        'network.capacity': 128,
      },
    },
    {
      says: 'Twice the usual return onboards twice as much at an elasticity of 1',
      given: {
        ...daily,
        onboarding: { days: [0], values: [10] },
        newcomers: 0,
        response: 1,
        usualReturn: 0.5,
      },
      before: { ...network, 'ledger.pledged': 365, 'reward.providers': 1 },
      after: { 'providers.capacity': 11 },
    },
    {
      says: 'Whose capacity falls below 85 % of what it began with shuts down and takes along what it holds',
      given: { ...daily, renewal: { days: [0], values: [0] }, smallest: 0.85 },
      before: { ...network, 'providers.held': 3, 'ledger.providers': 60 },
      after: {
        'providers.status': 4,
        'providers.held': 0,
        'flows.left': 20,
        'ledger.exiting': 60,
        'network.active': 0,
        'network.capacity': 0,
      },
    },
  ],
});
