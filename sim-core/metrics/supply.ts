import type { World } from '../contract/vocabulary.ts';
import { circulatingTokens } from '../kernel/circulating.ts';
import type { WorldMetric } from './world-metric.ts';

const outstanding = ({ ledger }: World): number => ledger.genesis + ledger.minted - ledger.burned;
const locked = ({ ledger }: World): number =>
  ledger.balance('locked') + ledger.balance('vesting') + ledger.balance('pledged');

/** How many tokens there are, and where. */
export const supply: readonly WorldMetric[] = [
  {
    id: 'supply.minted',
    title: 'Minted',
    unit: 'token/day',
    definition: 'All tokens created on the day: scheduled, re-emitted and minted to settle.',
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
    id: 'supply.net-emission',
    title: 'Net emission',
    unit: 'token/day',
    definition: 'Minted less burned, on the day.',
    source: 'ledger',
    read: ({ ledger }) => ledger.mintedToday - ledger.burnedToday,
  },
  {
    id: 'supply.outstanding',
    title: 'Supply',
    unit: 'token',
    definition: 'Genesis plus minted less burned.',
    source: 'ledger',
    read: outstanding,
  },
  {
    id: 'supply.circulating',
    title: 'Circulating supply',
    unit: 'token',
    definition:
      'Supply less what the treasury holds and what is locked, vesting, pledged, staked or in a vault.',
    source: 'ledger',
    read: ({ ledger }) => circulatingTokens(ledger),
  },
  {
    id: 'supply.locked',
    title: 'Locked',
    unit: 'token',
    definition: 'Not yet unlocked by team and investors, vesting, or pledged as collateral.',
    source: 'ledger',
    needs: ['ledger.pledged'],
    read: locked,
  },
  {
    id: 'supply.staked',
    title: 'Staked',
    unit: 'token',
    definition: 'Bonded by choice, by providers and holders.',
    source: 'ledger',
    needs: ['ledger.staked'],
    read: ({ ledger }) => ledger.balance('staked'),
  },
  {
    id: 'supply.inflation',
    title: 'Inflation',
    unit: '1/year',
    definition: 'Minted less burned on the day, times 365, over supply.',
    source: 'ledger',
    gaps: 'there is no token',
    read: (world) => {
      const supply = outstanding(world);
      return supply > 0 ? ((world.ledger.mintedToday - world.ledger.burnedToday) * 365) / supply : Number.NaN;
    },
  },
];
