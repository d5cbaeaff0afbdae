import type { WorldMetric } from './world-metric.ts';

/** What service costs, beside what the incumbent asks. */
export const cost: readonly WorldMetric[] = [
  {
    id: 'cost.with-subsidy',
    title: 'Cost of a unit',
    unit: 'USD/unit',
    definition: 'What customers paid plus what emission paid providers beyond it, over units served.',
    source: 'assumption: burned fees are a payment, the rest of the reward is a subsidy',
    gaps: 'nothing was served',
    read: ({ settlement, reward, market, demand }) => {
      const rewards = reward.providers * market.price;
      const subsidy = rewards > settlement.fees ? rewards - settlement.fees : 0;
      return demand.served > 0 ? (settlement.fees + subsidy) / demand.served : Number.NaN;
    },
  },
  {
    id: 'cost.without-subsidy',
    title: 'Paid for a unit',
    unit: 'USD/unit',
    definition: 'What customers paid over units served: the cost without what emission adds.',
    source: 'settlement mechanism',
    gaps: 'nothing was served',
    needs: ['settlement.fees'],
    read: ({ settlement, demand }) => (demand.served > 0 ? settlement.fees / demand.served : Number.NaN),
  },
  {
    id: 'cost.incumbent',
    title: "Incumbent's price",
    unit: 'USD/unit',
    definition: 'What the centralised incumbent asks for a unit.',
    source: 'scenario',
    needs: ['customers.incumbentPrice'],
    read: ({ customers }) => customers.incumbentPrice,
  },
];
