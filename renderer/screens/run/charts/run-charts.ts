import type { MetricDescription } from '../../../../sim-core/contract/metric.ts';
import { type ChartDescription, chartOf } from '../../../charts/charts.ts';
import { LineChart } from '../../../charts/line-chart.tsx';

/** The six questions that a person asks first, each with the metrics that can answer it, the best first. */
const questions: readonly (readonly string[])[] = [
  ['providers.active', 'network.capacity'],
  ['network.utilisation', 'network.unserved', 'demand.served', 'network.coverage'],
  ['market.price', 'market.cap'],
  ['supply.minted', 'supply.net-emission'],
  ['providers.in-profit', 'providers.payback', 'providers.reward-usd'],
  ['treasury.runway', 'endowment.cover', 'vault.ratio', 'sustainability.solvency', 'supply.circulating'],
];

const mintedAndBurned: ChartDescription = {
  id: 'minted-and-burned',
  component: LineChart,
  samplePath: false,
  title: 'Minted and burned',
  definition: 'Tokens that come into being and tokens destroyed each day',
  series: [
    { metric: 'supply.minted', label: 'minted' },
    { metric: 'supply.burned', label: 'burned' },
  ],
};

/** Providers, utilisation, price, emission against burn, what providers earn, treasury: of a run that reports these metrics. */
export function mainCharts(metrics: readonly MetricDescription[]): ChartDescription[] {
  const reported = new Set(metrics.map(({ id }) => id));
  return questions.flatMap((ids) => {
    const id = ids.find((each) => reported.has(each));
    if (id === undefined) return [];
    return id === 'supply.minted' && reported.has('supply.burned') ? [mintedAndBurned] : [alone(id)];
  });
}

/** The chart of one metric alone, its whole spread and one real path. */
const alone = (metric: string): ChartDescription => chartOf(metric);

export interface ChartGroup {
  readonly title: string;
  readonly charts: readonly ChartDescription[];
}

const groupTitles: Readonly<Record<string, string>> = {
  providers: 'Providers',
  network: 'Network',
  demand: 'Demand',
  users: 'Customers',
  market: 'Market',
  supply: 'Token supply',
  rewards: 'How rewards are spread',
  holders: 'How tokens are spread',
  stakes: 'How stakes are spread',
  votes: 'How votes are spread',
  cost: 'Cost to customers',
  coverage: 'Cost of coverage',
  fraud: 'Fraud',
  sustainability: 'Sustainability',
  treasury: 'Treasury',
  vault: 'Vault',
  endowment: 'Endowment',
  resilience: 'Resilience',
};

/** A chart of each metric, grouped by what it is about. */
export function groupedCharts(metrics: readonly MetricDescription[]): ChartGroup[] {
  const groups = new Map<string, ChartDescription[]>();
  for (const { id } of metrics) {
    const family = id.split('.')[0] ?? '';
    const title = groupTitles[family] ?? family;
    groups.set(title, [...(groups.get(title) ?? []), alone(id)]);
  }
  return [...groups].map(([title, charts]) => ({ title, charts }));
}
