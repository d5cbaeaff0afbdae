import { type Path, status, userStatus, type World } from '../contract/vocabulary.ts';
import { onceADay } from '../kernel/once-a-day.ts';
import { activeAtClose, runningAtClose } from '../kernel/provider-rows.ts';
import { Shares } from '../kernel/shares.ts';
import { blockRows } from '../kernel/sum.ts';
import type { WorldMetric } from './world-metric.ts';

const spread = (add: (world: World, shares: Shares) => void): ((world: World) => Shares) => {
  const shares = new Shares();
  return onceADay((world) => {
    shares.clear();
    add(world, shares);
    return shares;
  });
};

const rewards = spread((world, shares) => {
  const { providers, network, market, settlement } = world;
  const list = activeAtClose(world);
  if (settlement.toProviders === 0) return shares.addRows(providers.reward, list, network.weight);
  const { reward, fiat } = providers;
  const { rows, ends } = list;
  for (let block = 0; block < ends.length; block++) {
    for (let at = block * blockRows, end = ends[block]; at < end; at++) {
      const i = rows[at];
      shares.add(reward[i] * market.price + fiat[i], network.weight);
    }
  }
});

/** What each unit that runs has, row by row. */
const amongRunning = (amountOf: (providers: World['providers'], row: number) => number) =>
  spread((world, shares) => {
    const { providers, network } = world;
    const { rows, ends } = runningAtClose(world);
    for (let block = 0; block < ends.length; block++)
      for (let at = block * blockRows; at < ends[block]; at++)
        shares.add(amountOf(providers, rows[at]), network.weight);
  });

const votes = amongRunning(({ held, staked, pledged }, i) => held[i] + staked[i] + pledged[i]);

const stakes = amongRunning(({ pledged, staked }, i) => pledged[i] + staked[i]);

const demand = spread(({ users }, shares) => {
  for (let i = 0; i < users.count; i++)
    if (users.status[i] === userStatus.onNetwork) shares.add(users.wanted[i], 1);
});

const note = 'each unit counts as an owner of its own; who owns several is not known';

/** What is spread, in the words of its three measures. */
interface Spread {
  readonly id: string;
  /** Such as "rewards", in titles. */
  readonly of: string;
  /** Such as "the rewards of active units on the day", in definitions. */
  readonly what: string;
  readonly unit: string;
  readonly gaps: string;
  readonly needs?: readonly Path[];
  /** Read once in so many days: holdings change slowly, and a pass over all of them costs as much as a mechanism. */
  readonly every?: number;
}

/** Inequality, concentration and how few have more than half. */
function measures(
  { id, of, what, unit, gaps, needs, every }: Spread,
  shares: (world: World) => Shares,
): readonly WorldMetric[] {
  const common = { gaps, ...(needs ? { needs } : {}), ...(every ? { every } : {}) };
  const words = every ? `${what}, every ${every} days` : what;
  return [
    {
      id: `${id}.gini`,
      title: `Inequality of ${of}`,
      unit: '1',
      definition: `Gini coefficient of ${words}, to 1 %; ${note}.`,
      source: 'C. Gini (1912)',
      ...common,
      read: (world) => shares(world).gini(),
    },
    {
      id: `${id}.hhi`,
      title: `Concentration of ${of}`,
      unit: '1',
      definition: `Sum of squared shares of ${words}; ${note}.`,
      source: 'Herfindahl-Hirschman index',
      ...common,
      read: (world) => shares(world).hhi(),
    },
    {
      id: `${id}.nakamoto`,
      title: `Nakamoto of ${of}`,
      unit,
      definition: `Fewest with more than half of ${words}, to 1 %; ${note}.`,
      source: 'B. S. Srinivasan and L. Lee (2017)',
      ...common,
      read: (world) => shares(world).nakamoto(),
    },
  ];
}

const providersAndInsiders = spread(({ providers, network, holders, ledger }, shares) => {
  const { count, status: statuses, held, pledged, vesting, staked } = providers;
  const { weight } = network;
  for (let i = 0; i < count; i++) {
    const tokens = held[i] + pledged[i] + vesting[i] + staked[i];
    // Who left and still waits for tokens counts; who never had any does not.
    if (tokens > 0 || statuses[i] === status.active || statuses[i] === status.paused)
      shares.add(tokens, weight);
  }
  const { insiders } = holders;
  if (insiders > 0) shares.add((ledger.balance('insiders') + ledger.balance('locked')) / insiders, insiders);
});

/** Part of all tokens whose owners are told apart in `holders.*`. */
function measured({ holders, ledger }: World): number {
  const providers = ledger.balance('providers') + ledger.balance('vesting') + ledger.balance('pledged');
  const insiders = holders.insiders > 0 ? ledger.balance('insiders') + ledger.balance('locked') : 0;
  return (providers + insiders) / (ledger.genesis + ledger.minted - ledger.burned);
}

/** How few have how much. */
export const concentration: readonly WorldMetric[] = [
  ...measures(
    {
      id: 'rewards',
      of: 'rewards',
      what: 'what active units were paid on the day, in tokens and in dollars',
      unit: 'unit',
      gaps: 'nothing was paid',
    },
    rewards,
  ),
  ...measures(
    {
      id: 'holders',
      of: 'holders',
      what: 'the tokens that providers hold, stake, pledge or have vesting, and that team and investors have where a scenario says how many they are; traders, the treasury and pools are left out, since nobody knows how many own them',
      unit: 'holder',
      gaps: 'none of them has any',
      every: 30,
    },
    providersAndInsiders,
  ),
  {
    id: 'holders.measured',
    title: 'Tokens with a known holder',
    unit: 'share',
    definition:
      'What providers hold, pledge or have vesting, and team and investors have where a scenario says how many they are, over supply: what the concentration of holders speaks of.',
    source: 'ledger',
    gaps: 'there is no token',
    read: measured,
  },
  ...measures(
    {
      id: 'stakes',
      of: 'stakes',
      what: 'what providers have pledged or staked; what others delegate or lock is left out, since nobody knows how many they are',
      unit: 'unit',
      gaps: 'providers have staked nothing',
      every: 30,
      needs: ['providers.pledged'],
    },
    stakes,
  ),
  ...measures(
    {
      id: 'votes',
      of: 'votes',
      what: 'the tokens that providers hold, pledge or stake',
      unit: 'unit',
      gaps: 'providers hold nothing',
      every: 30,
      needs: ['governance.turnout'],
    },
    votes,
  ),
  {
    id: 'votes.per-stake',
    title: 'Votes of a staked token',
    unit: 'vote/token',
    definition:
      'Votes of locked and bonded tokens of holders over all tokens staked: how much longer locks count.',
    source: 'staking mechanism',
    gaps: 'nothing is staked',
    needs: ['staking.votes'],
    read({ staking, ledger }) {
      const staked = ledger.balance('staked');
      return staked > 0 ? staking.votes / staked : Number.NaN;
    },
  },
  {
    id: 'demand.hhi',
    title: 'Concentration of demand',
    unit: '1',
    definition: 'Sum of squared shares of what customers of the network want on the day.',
    source: 'Herfindahl-Hirschman index',
    gaps: 'there are no customers',
    needs: ['users.wanted'],
    read: (world) => demand(world).hhi(),
  },
];
