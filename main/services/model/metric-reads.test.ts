import { expect, it } from 'vitest';
import { metrics } from '../../../sim-core/metrics/index.ts';
import { metricReads } from './metric-reads.ts';

const readsOf = (id: string): readonly string[] => {
  const metric = metrics.find((each) => each.id === id);
  if (metric === undefined) throw new Error(`there is no ${id}`);
  return metricReads(metric);
};

it.each([
  ['market.price', ['market.price']],
  ['market.cap', ['market.price', 'ledger.traders']],
  ['market.fdv-revenue', ['market.price', 'settlement.fees']],
  ['supply.net-emission', ['ledger.emission', 'orders.burnUsd']],
  ['providers.payback', ['providers.shadowReward', 'providers.opex', 'hardware.price', 'market.price']],
])('%s looks at %j', (id, expected) => {
  expect(readsOf(id)).toEqual(expect.arrayContaining(expected));
});

it('every metric looks at something', () => {
  const blind = metrics.filter((metric) => metricReads(metric).length === 0).map(({ id }) => id);
  expect(blind).toEqual([]);
});
