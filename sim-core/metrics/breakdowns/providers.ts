import type { World } from '../../contract/vocabulary.ts';
import { summed } from './tally.ts';
import type { Grouping, WorldBreakdown } from './world-breakdown.ts';

const everyWay: readonly Grouping[] = ['region', 'class', 'cohort'];

type OfGroup = (world: World, by: Grouping, group: number) => number;

const each =
  (of: OfGroup): WorldBreakdown['read'] =>
  (world, by, out) => {
    for (let group = 0; group < out.length; group++) out[group] = of(world, by, group);
  };

/** A mean over active units; NaN where there are none, as 0 / 0 is. */
const mean = (world: World, by: Grouping, group: number, what: Parameters<typeof summed>[3]): number =>
  summed(world, by, group, what) / summed(world, by, group, 'active');

/** Who runs, what they earn and when it pays back, by where they are, what they run and when they came. */
export const providers: readonly WorldBreakdown[] = [
  {
    id: 'providers.active',
    title: 'Active providers',
    unit: 'unit',
    definition: 'Real units of the group that run at the end of the day.',
    source: 'supply mechanisms',
    needs: ['providers.status'],
    by: everyWay,
    read: each((world, by, group) => summed(world, by, group, 'active') * world.network.weight),
  },
  {
    id: 'providers.joined-so-far',
    title: 'Joined so far',
    unit: 'unit',
    definition: 'Units of the group that run, pause, or ran and left. Who came back is counted once.',
    source: 'supply mechanisms',
    needs: ['providers.status'],
    by: everyWay,
    read: each((world, by, group) => summed(world, by, group, 'joined') * world.network.weight),
  },
  {
    id: 'providers.left-so-far',
    title: 'Left so far',
    unit: 'unit',
    definition: 'Units of the group that ran and left for good, expelled spoofers among them.',
    source: 'supply and verification mechanisms',
    needs: ['providers.status'],
    by: everyWay,
    read: each((world, by, group) => summed(world, by, group, 'left') * world.network.weight),
  },
  {
    id: 'providers.reward-usd',
    title: 'Reward a unit',
    unit: 'USD/day',
    definition:
      "Mean over the group's active units of the tokens paid today, at the close; before running costs.",
    source: 'reward mechanism, market mechanism',
    gaps: 'nobody of the group is active',
    needs: ['providers.reward'],
    by: everyWay,
    read: each((world, by, group) => mean(world, by, group, 'reward') * world.market.price),
  },
  {
    id: 'providers.income',
    title: 'Income a unit',
    unit: 'USD/day',
    definition:
      "Mean over the group's active units of tokens paid today, at the close, and dollars paid today.",
    source: 'reward mechanism, settlement mechanism',
    gaps: 'nobody of the group is active',
    needs: ['settlement.toProviders'],
    by: everyWay,
    read: each(
      (world, by, group) =>
        mean(world, by, group, 'reward') * world.market.price + mean(world, by, group, 'fiat'),
    ),
  },
  {
    id: 'providers.profit',
    title: 'Profit a unit',
    unit: 'USD/day',
    definition: "Mean over the group's active units of their average profit: income less running costs.",
    source: 'supply mechanisms',
    gaps: 'nobody of the group is active',
    needs: ['providers.profit'],
    by: everyWay,
    read: each((world, by, group) => mean(world, by, group, 'profit')),
  },
  {
    id: 'providers.margin',
    title: 'Margin',
    unit: 'share',
    definition:
      "Average profit of the group's active units over that profit and today's running costs together, which is their income.",
    source: 'supply mechanisms',
    gaps: 'the group has no income',
    needs: ['providers.profit'],
    by: everyWay,
    read: each((world, by, group) => {
      const profit = summed(world, by, group, 'profit');
      const income = profit + summed(world, by, group, 'opex') * world.shocks.cost;
      return income > 0 ? profit / income : Number.NaN;
    }),
  },
  {
    id: 'providers.in-profit',
    title: 'Providers in profit',
    unit: 'share',
    definition: "The group's active units whose average profit is above zero.",
    source: 'supply mechanisms',
    gaps: 'nobody of the group is active',
    needs: ['providers.profit'],
    by: everyWay,
    read: each((world, by, group) => mean(world, by, group, 'inProfit')),
  },
  {
    id: 'providers.payback-mean',
    title: 'Payback of the group',
    unit: 'day',
    definition:
      "What hardware costs the group's active units today, on average, over their mean profit a day. Not the median of their paybacks.",
    source: 'hardware cost / (revenue - running cost), as used by network trackers',
    gaps: 'the group has no profit',
    needs: ['providers.profit', 'hardware.price'],
    by: everyWay,
    read: each((world, by, group) => {
      const profit = summed(world, by, group, 'profit');
      const price = world.hardware.price * summed(world, by, group, 'hardwareFactor');
      return profit > 0 ? price / profit : Number.NaN;
    }),
  },
];
