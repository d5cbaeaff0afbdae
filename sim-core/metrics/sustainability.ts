import type { World } from '../contract/vocabulary.ts';
import type { WorldMetric } from './world-metric.ts';

const rewardUsd = ({ reward, market }: World): number => reward.providers * market.price;

/** Whether what comes in carries what goes out. */
export const sustainability: readonly WorldMetric[] = [
  {
    id: 'supply.burn-issue',
    title: 'Burned to minted',
    unit: '1',
    definition: 'Tokens burned by use over tokens minted, on the day. Above 1 supply shrinks.',
    source: 'burn/mint ratio (S2R), as in public burn and issuance series',
    gaps: 'nothing was minted',
    read: ({ ledger }) => (ledger.mintedToday > 0 ? ledger.burnedToday / ledger.mintedToday : Number.NaN),
  },
  {
    id: 'sustainability.subsidy-share',
    title: 'Subsidy share',
    unit: 'share',
    definition:
      'Rewards over rewards plus revenue, in dollars: 1 where customers pay nothing. Some sources use the name for its opposite.',
    source: 'token_rewards_usd / (token_rewards_usd + data_revenue_usd), as in network dashboards',
    gaps: 'neither was paid',
    read: (world) => rewardUsd(world) / (rewardUsd(world) + world.settlement.fees),
  },
  {
    id: 'sustainability.solvency',
    title: 'Solvency',
    unit: '1',
    definition:
      'What customers paid over the value of rewards, on the day. 1 or more is good, under 0.8 critical.',
    source: 'solvency ratio of network trackers',
    gaps: 'no rewards were paid',
    read: (world) => (rewardUsd(world) > 0 ? world.settlement.fees / rewardUsd(world) : Number.NaN),
  },
  {
    id: 'treasury.runway',
    title: 'Treasury runway',
    unit: 'day',
    definition: 'Dollars of the treasury over what it spends a day net of income, 30-day average.',
    source: 'treasury runway, as used by DAO treasuries',
    gaps: 'the treasury spends nothing',
    needs: ['treasury.usd'],
    read: ({ treasury }) => (treasury.spent > 0 ? treasury.usd / treasury.spent : Number.NaN),
  },
  {
    id: 'vault.ratio',
    title: 'Collateral ratio',
    unit: '1',
    definition: 'Value of the vault over the credits it backs; 1 where there are none.',
    source: 'AEP-76',
    needs: ['vault.ratio'],
    read: ({ vault }) => vault.ratio,
  },
  {
    id: 'endowment.usd',
    title: 'Endowment',
    unit: 'USD',
    definition: 'What is set aside for storage that was paid for once.',
    source: 'settlement mechanism',
    needs: ['endowment.usd'],
    read: ({ endowment }) => endowment.usd,
  },
  {
    id: 'endowment.cover',
    title: 'Endowment over what is owed',
    unit: '1',
    definition:
      "The endowment over what keeping all that was paid for costs in the years it was paid for, at today's cost. Above 1 it outlasts them.",
    source: 'Arweave, storage endowment: 200 years at the cost of the day',
    gaps: 'nothing is owed',
    needs: ['endowment.owed'],
    read: ({ endowment }) => (endowment.owed > 0 ? endowment.usd / endowment.owed : Number.NaN),
  },
];
