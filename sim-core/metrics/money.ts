import type { WorldMetric } from './world-metric.ts';

/** Price and supply of the token. */
export const money: readonly WorldMetric[] = [
  {
    id: 'market.price',
    title: 'Token price',
    unit: 'USD/token',
    definition: 'Close of the day.',
    source: 'market mechanism',
    read: ({ market }) => market.price,
  },
  {
    id: 'supply.minted',
    title: 'Minted',
    unit: 'token/day',
    definition: 'All tokens created on the day: scheduled and re-emitted.',
    source: 'ledger',
    read: ({ ledger }) => ledger.mintedToday,
  },
  {
    id: 'supply.burned',
    title: 'Burned',
    unit: 'token/day',
    definition: 'All tokens destroyed on the day.',
    source: 'ledger',
    read: ({ ledger }) => ledger.burnedToday,
  },
  {
    id: 'supply.outstanding',
    title: 'Supply',
    unit: 'token',
    definition: 'Genesis plus minted less burned.',
    source: 'ledger',
    read: ({ ledger }) => ledger.genesis + ledger.minted - ledger.burned,
  },
  {
    id: 'supply.circulating',
    title: 'Circulating supply',
    unit: 'token',
    definition: 'Supply less what the treasury holds.',
    source: 'ledger',
    read: ({ ledger }) => ledger.genesis + ledger.minted - ledger.burned - ledger.balance('treasury'),
  },
  {
    id: 'supply.burn-issue',
    title: 'Burned to minted',
    unit: '1',
    definition: 'Tokens burned by use over tokens minted, on the day. Above 1 supply shrinks.',
    source: 'burn/mint ratio, as in public burn and issuance series',
    gaps: 'nothing was minted',
    read: ({ ledger }) => (ledger.mintedToday > 0 ? ledger.burnedToday / ledger.mintedToday : Number.NaN),
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
