import { mechanism } from '../../contract/mechanism.ts';
import type { ValuesOf } from '../../contract/parameter.ts';
import { number, table } from '../../contract/parameter.ts';
import type { World } from '../../contract/vocabulary.ts';
import { status } from '../../contract/vocabulary.ts';
import { clamp, emaWeight, min } from '../../kernel/math.ts';
import { blockRows } from '../../kernel/sum.ts';
import { rowOfRegion } from '../region-row.ts';
import { sources } from '../sources.ts';
import { growingAnnuity } from './protocol-deposit-rule.ts';

const parameters = {
  years: number({
    label: 'Years deposited',
    unit: 'year',
    min: 1,
    max: 50,
    default: 10,
    step: 1,
    why: 'Years of electricity that a farm pays for at once. Ten in the first version of Glow, 30 in the second.',
    source: sources.glowMemo,
  }),
  discount: number({
    label: 'Discounted by',
    unit: '1/year',
    min: 0,
    max: 1,
    default: 0.055,
    step: 0.005,
    why: 'The higher, the less a later year counts, and the smaller the deposit.',
    source: sources.glowDeposit,
  }),
  escalator: number({
    label: 'Electricity gets dearer by',
    unit: '1/year',
    min: -0.5,
    max: 0.5,
    default: 0.0331,
    step: 0.001,
    why: 'What electricity is expected to rise by: where no figure of the state is known, 3.31 %.',
    source: sources.glowDeposit,
  }),
  uncertainty: number({
    label: 'Taken off credits',
    unit: 'share',
    min: 0,
    max: 0.99,
    default: 0.35,
    step: 0.05,
    why: 'Part of the avoided carbon that is not credited, to be on the safe side.',
    source: sources.glowDeposit,
  }),
  wait: number({
    label: 'Returned after',
    unit: 'week',
    min: 0,
    max: 520,
    default: 16,
    step: 1,
    integer: true,
    why: 'Weeks until the first part of a deposit is paid out.',
    source: sources.glowBuckets,
  }),
  payout: number({
    label: 'Returned over',
    unit: 'week',
    min: 1,
    max: 2000,
    default: 192,
    step: 1,
    integer: true,
    why: 'Weeks over which it goes, in equal parts, to whoever makes credits then.',
    source: sources.glowBuckets,
  }),
  offset: number({
    label: 'Carbon avoided',
    unit: 'kg/kWh',
    min: 0.001,
    max: 5,
    default: 0.5543,
    step: 0.05,
    why: 'What a kWh of the sun spares a grid: a dirty one gives more credits for the same deposit. That of Missouri.',
    source: sources.glowDeposit,
  }),
  grid: table({
    label: 'Carbon avoided by region',
    unit: 'row',
    why: 'For regions whose grid differs; the value above holds where no row does.',
    columns: {
      region: { kind: 'number', label: 'Region (1 is the first)', unit: 'row of regions', min: 1, max: 255 },
      offset: { kind: 'number', label: 'Avoided', unit: 'kg/kWh', min: 0.001, max: 5 },
    },
    default: { region: [], offset: [] },
  }),
};

/** Ten years of electricity without interest, half of the carbon credited, returned after 35 days over 70. */
const ten = { discount: 0, escalator: 0, uncertainty: 0.5, wait: 5, payout: 10 };

/**
 * A solar farm deposits in dollars, when it joins, what its electricity of years is worth. The pool goes back to all farms by
 * carbon credits, which are their capacity, in equal parts; tokens go by deposit, which is set as the multiplier of their reward
 * weight. Who leaves leaves the rest of its deposit to the others. Credits are what customers pay for: they are sold for tokens,
 * which are burned.
 */
export const protocolDeposit = mechanism({
  id: 'settlement.protocol-deposit',
  version: 1,
  slot: 'settlement',
  title: 'Deposits of farms',
  summary:
    'Farms deposit years of electricity in dollars, which all farms get back by carbon credits; credits sold burn tokens.',
  sources: [sources.glowDeposit, sources.glowBuckets, sources.glowMemo],
  parameters,
  columns: {
    deposit: { table: 'regions', type: 'f64', meaning: 'USD deposited there today for a unit of capacity' },
    paid: { table: 'providers', type: 'f64', meaning: 'USD that it deposited for a unit of capacity' },
  },
  needs: ['demand.served', 'market.executed', 'providers'],
  reads: [
    'demand.served',
    'demand.unitPrice',
    'providers.status',
    'providers.region',
    'providers.capacity',
    'providers.joinedAt',
    'regions.powerPrice',
    'network.weight',
  ],
  writes: [
    'providers.multiplier',
    'settlement.fees',
    'settlement.toProviders',
    'settlement.toTreasury',
    'treasury.usd',
    'treasury.spent',
    'orders.burnUsd',
  ],
  start({ providers, regions, network, treasury, own }, given) {
    setDeposits(own.deposit, regions, given);
    // What those who are there have not had back yet; who came yesterday pays today.
    const days = 7 * given.payout;
    for (let i = 0; i < providers.count; i++) {
      if (providers.status[i] < status.active || providers.joinedAt[i] === -1) continue;
      own.paid[i] = own.deposit[providers.region[i]];
      const paidOut = clamp(-providers.joinedAt[i] - 1 - 7 * given.wait, 0, days);
      const each = own.paid[i] * providers.capacity[i];
      treasury.usd += each * (1 - paidOut / days) * network.weight;
    }
  },
  step(world, given) {
    const { wait, payout } = given;
    const { providers, regions, network, demand, settlement, treasury, orders, clock, own } = world;
    const { count, status: statuses, region, capacity, joinedAt, multiplier } = providers;
    const { deposit, paid } = own;
    const { tick } = clock;
    // Governance may ask for more years from some day on: of those who come then.
    setDeposits(deposit, regions, given);
    const from = 7 * wait;
    const until = from + 7 * payout;
    let deposited = 0;
    let waiting = 0;
    for (let first = 0; first < count; first += blockRows) {
      const to = first + blockRows < count ? first + blockRows : count;
      let depositedInBlock = 0;
      let waitingInBlock = 0;
      for (let i = first; i < to; i++) {
        const age = tick - joinedAt[i];
        const isThere = statuses[i] >= status.active;
        if (!isThere || age <= 1) paid[i] = deposit[region[i]];
        const perUnit = paid[i];
        multiplier[i] *= perUnit;
        if (!isThere) continue;
        if (age === 1) depositedInBlock += perUnit * capacity[i];
        if (age > from && age <= until) waitingInBlock += perUnit * capacity[i];
      }
      deposited += depositedInBlock;
      waiting += waitingInBlock;
    }
    deposited *= network.weight;
    const credits = demand.served * demand.unitPrice;
    const returned = min((waiting * network.weight) / (7 * payout), treasury.usd + deposited);
    settlement.fees = credits;
    settlement.toTreasury += deposited;
    settlement.toProviders += returned;
    orders.burnUsd += credits;
    treasury.usd += deposited - returned;
    treasury.spent += emaWeight(30) * (returned - deposited - treasury.spent);
  },
  invariants: [{ says: 'The pool does not go below zero.', holds: ({ treasury }) => treasury.usd >= 0 }],
  examples: [
    {
      says: 'At 0.20 USD/kWh and 0.4 kg/kWh, half of it credited, ten years are 3,650 USD for a kg a day: two came yesterday, four get a 70th back',
      given: { ...ten, offset: 5, grid: { region: [1], offset: [0.4] } },
      before: {
        'providers.status': [2, 3, 1, 0, 2, 4, 2, 2, 2, 2],
        'providers.joinedAt': [-1, -1, -1, -1, -40, -40, -36, -35, -105, -106],
        'providers.capacity': 2,
        'providers.multiplier': 2,
        'network.weight': 3,
        'regions.powerPrice': 0.2,
        'demand.served': 100,
        'demand.unitPrice': 0.05,
      },
      after: {
        'providers.multiplier': 7300,
        'settlement.fees': 5,
        'settlement.toTreasury': 43_800,
        'settlement.toProviders': 87_600 / 70,
        'orders.burnUsd': 5,
        'treasury.usd': (21_900 * 273) / 70 + 43_800 - 87_600 / 70,
        'treasury.spent': (2 / 31) * (87_600 / 70 - 43_800),
      },
    },
    {
      says: 'A pool of 10 USD pays 10; no row is given for the region',
      given: { ...ten, offset: 0.8 },
      before: {
        'providers.status': 2,
        'providers.joinedAt': -40,
        'providers.capacity': 2,
        'network.weight': 3,
        'regions.powerPrice': 0.2,
        'treasury.usd': 10,
        'providers.multiplier': 1,
      },
      after: { 'providers.multiplier': 1825, 'settlement.toProviders': 10, 'treasury.usd': 0 },
    },
  ],
});

/** What a unit of capacity deposits in each region, by the rules of today. */
function setDeposits(
  deposit: Float64Array,
  { count, powerPrice }: World['regions'],
  { years, discount, escalator, uncertainty, offset, grid }: ValuesOf<typeof parameters>,
): void {
  const perKwh = (365 * growingAnnuity(years, discount, escalator)) / (1 - uncertainty);
  for (let r = 0; r < count; r++) deposit[r] = (perKwh * powerPrice[r]) / offset;
  for (let n = 0; n < grid.region.length; n++) {
    const r = rowOfRegion('settlement.protocol-deposit.grid', grid.region[n], count);
    deposit[r] = (perKwh * powerPrice[r]) / grid.offset[n];
  }
}
