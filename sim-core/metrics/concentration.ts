import { status, userStatus, type World } from '../contract/vocabulary.ts';
import { onceADay } from '../kernel/once-a-day.ts';
import { Shares } from '../kernel/shares.ts';
import type { WorldMetric } from './world-metric.ts';

const spread = (add: (world: World, shares: Shares) => void): ((world: World) => Shares) => {
  const shares = new Shares();
  return onceADay((world) => {
    shares.clear();
    add(world, shares);
    return shares;
  });
};

const rewards = spread(({ providers, network }, shares) => {
  const { count, status: statuses, reward } = providers;
  const { weight } = network;
  for (let i = 0; i < count; i++) if (statuses[i] === status.active) shares.add(reward[i], weight);
});

const votes = spread(({ providers, network }, shares) => {
  const { count, status: statuses, held, staked } = providers;
  const { weight } = network;
  for (let i = 0; i < count; i++) {
    const s = statuses[i];
    if (s === status.active || s === status.paused) shares.add(held[i] + staked[i], weight);
  }
});

const demand = spread(({ users }, shares) => {
  for (let i = 0; i < users.count; i++)
    if (users.status[i] === userStatus.onNetwork) shares.add(users.wanted[i], 1);
});

const note = 'each unit counts as an owner of its own; who owns several is not known';

/** How few have how much. */
export const concentration: readonly WorldMetric[] = [
  {
    id: 'rewards.gini',
    title: 'Inequality of rewards',
    unit: '1',
    definition: `Gini coefficient of the rewards of active units on the day, to 1 %; ${note}.`,
    source: 'C. Gini (1912)',
    gaps: 'no rewards were paid',
    read: (world) => rewards(world).gini(),
  },
  {
    id: 'rewards.hhi',
    title: 'Concentration of rewards',
    unit: '1',
    definition: `Sum of squared shares of the day's rewards; ${note}.`,
    source: 'Herfindahl-Hirschman index',
    gaps: 'no rewards were paid',
    read: (world) => rewards(world).hhi(),
  },
  {
    id: 'rewards.nakamoto',
    title: 'Nakamoto of rewards',
    unit: 'unit',
    definition: `Fewest units with more than half of the day's rewards, to 1 %; ${note}.`,
    source: 'B. S. Srinivasan and L. Lee (2017)',
    gaps: 'no rewards were paid',
    read: (world) => rewards(world).nakamoto(),
  },
  {
    id: 'votes.nakamoto',
    title: 'Nakamoto of votes',
    unit: 'unit',
    definition: `Fewest providers with more than half of the tokens that providers hold or stake, to 1 %; ${note}.`,
    source: 'B. S. Srinivasan and L. Lee (2017)',
    gaps: 'providers hold nothing',
    needs: ['governance.turnout'],
    read: (world) => votes(world).nakamoto(),
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
