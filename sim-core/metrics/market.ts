import { circulatingTokens } from '../kernel/circulating.ts';
import type { WorldMetric } from './world-metric.ts';

/** What a token costs, what that makes of the network, and what is paid. */
export const market: readonly WorldMetric[] = [
  {
    id: 'market.price',
    title: 'Token price',
    unit: 'USD/token',
    definition: 'Close of the day.',
    source: 'market mechanism',
    read: ({ market }) => market.price,
  },
  {
    id: 'market.cap',
    title: 'Market cap',
    unit: 'USD',
    definition: 'Price times circulating supply.',
    source: 'market mechanism, ledger',
    read: ({ market, ledger }) => market.price * circulatingTokens(ledger),
  },
  {
    id: 'market.fdv-revenue',
    title: 'Value to revenue',
    unit: 'year',
    definition: 'Price times all supply, over what customers pay in a year at the rate of the day.',
    source: 'FDV/revenue, as in State of DePIN reports',
    gaps: 'customers paid nothing',
    read: ({ market, ledger, settlement }) =>
      settlement.fees > 0
        ? (market.price * (ledger.genesis + ledger.minted - ledger.burned)) / (settlement.fees * 365)
        : Number.NaN,
  },
  {
    id: 'market.sell-pressure',
    title: 'Sell pressure',
    unit: '1/day',
    definition: 'Tokens offered on the day over circulating supply.',
    source: 'orders, ledger',
    gaps: 'no token circulates',
    read: ({ orders, ledger }) => {
      const circulating = circulatingTokens(ledger);
      return circulating > 0 ? orders.sellTokens / circulating : Number.NaN;
    },
  },
  {
    id: 'market.depth',
    title: 'Depth of the pool',
    unit: 'USD',
    definition: 'Dollars in the pool that quotes the price.',
    source: 'market mechanism',
    needs: ['market.poolUsd'],
    read: ({ market }) => market.poolUsd,
  },
  {
    id: 'demand.fees',
    title: 'Paid by customers',
    unit: 'USD/day',
    definition: 'Dollars that customers paid for service on the day.',
    source: 'settlement mechanism',
    read: ({ settlement }) => settlement.fees,
  },
];
