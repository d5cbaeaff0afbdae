import type { MetricDescription } from '../../../sim-core/contract/metric.ts';

/** What a person asks first, each with the metrics that can answer it, the best first. */
const questions: readonly (readonly string[])[] = [
  ['providers.active', 'network.capacity'],
  ['network.coverage', 'network.utilisation', 'demand.served'],
  ['market.price', 'market.cap'],
  ['supply.circulating'],
  ['supply.inflation', 'supply.net-emission', 'supply.minted'],
  ['demand.fees', 'supply.burned'],
  ['providers.reward-usd', 'providers.in-profit'],
  ['providers.payback'],
  ['treasury.runway', 'endowment.cover', 'vault.ratio', 'sustainability.solvency'],
];

/** Ids of the metrics that are shown first, of those that are reported. */
export function keyMetrics(metrics: readonly MetricDescription[]): readonly string[] {
  const reported = new Set(metrics.map(({ id }) => id));
  const found = questions.flatMap((ids) => ids.find((id) => reported.has(id)) ?? []);
  return found.length > 0 ? found : metrics.slice(0, 8).map(({ id }) => id);
}
