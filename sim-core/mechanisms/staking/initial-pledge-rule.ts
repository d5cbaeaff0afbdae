import type { ValuesOf } from '../../contract/parameter.ts';
import { date, number } from '../../contract/parameter.ts';
import type { World } from '../../contract/vocabulary.ts';
import { dayNumber } from '../../kernel/calendar.ts';
import { circulatingTokens } from '../../kernel/circulating.ts';
import { clamp, max, min, pow } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/** What decides how much is pledged, and for how long. */
export const pledgeParameters = {
  storageDays: number({
    label: 'Storage pledge',
    unit: 'day',
    min: 0,
    max: 3650,
    default: 20,
    step: 1,
    why: 'Days of expected reward that are locked, so that faults can be fined.',
    source: sources.filecoinMonies,
  }),
  target: number({
    label: 'Consensus pledge',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0.3,
    step: 0.05,
    why: 'Share of circulating tokens that the whole network is meant to have pledged: the cost of taking it over.',
    source: sources.filecoinMonies,
  }),
  most: number({
    label: 'At most',
    unit: 'token',
    min: 0,
    max: 1e15,
    default: 32_768,
    step: 1024,
    why: 'Largest pledge for one of reward weight, besides the flat one: 1 FIL for 32 GiB.',
    source: sources.filecoinMonies,
  }),
  baseline: number({
    label: 'Baseline at the beginning',
    unit: '1',
    min: 0,
    max: 1e15,
    default: 2565.8487601276647,
    step: 10,
    why: 'Reward weight that the network is meant to have. While it has less, newcomers pledge less. Filecoin: in PiB.',
    source: sources.filecoinActors,
  }),
  baselineGrowth: number({
    label: 'Baseline grows by',
    unit: 'share/year',
    min: 0,
    max: 10,
    default: 1,
    step: 0.05,
    why: 'As in minting: 1 doubles it each year.',
    source: sources.filecoinSpec,
  }),
  baselineFrom: date({
    label: 'Baseline runs from',
    unit: 'date',
    default: dayNumber(2020, 8, 24),
    why: 'The day on which it has its first value.',
    source: sources.filecoinRecord,
  }),
  gamma: number({
    label: 'Gamma after its ramp',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0.7,
    step: 0.05,
    why: 'Part of the consensus pledge that looks at the baseline; the rest looks at the network as it is.',
    source: sources.fip81,
  }),
  rampFrom: date({
    label: 'Gamma falls from',
    unit: 'date',
    default: dayNumber(2024, 11, 20),
    why: 'Gamma is 1 until this day. FIP-0081 came with network version 24.',
    source: sources.fip81,
  }),
  rampDays: number({
    label: 'Gamma falls within',
    unit: 'day',
    min: 1,
    max: 3650,
    default: 365,
    step: 30,
    why: 'Length of the ramp, so that nobody is surprised.',
    source: sources.fip81,
  }),
  flat: number({
    label: 'Flat pledge',
    unit: 'token/unit',
    min: 0,
    max: 1e12,
    default: 0,
    step: 100,
    why: 'Tokens for each unit whatever its size, as networks ask that set a fixed stake for a node.',
  }),
  pace: number({
    label: 'Bought a day at most',
    unit: 'share of pool',
    min: 0.0001,
    max: 1,
    default: 0.05,
    step: 0.01,
    why: 'Pledges are bought over days, not at any price: without a limit, collateral that is scarcer than what holders sell drives the price beyond all bounds.',
  }),
  term: number({
    label: 'Term',
    unit: 'day',
    min: 0,
    max: 3650,
    default: 540,
    step: 30,
    integer: true,
    why: 'Days that a provider commits to; at their end it commits again, and pledges more if more is asked. 0: no term.',
  }),
  atStart: number({
    label: 'Pledged at start',
    unit: 'token',
    min: 0,
    max: 1e15,
    default: 0,
    step: 1_000_000,
    why: 'Collateral of those who run on the first day, shared by weight; out of what traders hold.',
  }),
};

/** Tokens to pledge today for one of reward weight: days of expected reward and a share of circulating supply. */
export function pledgePerWeight(
  { network, reward, ledger, clock }: World,
  given: ValuesOf<typeof pledgeParameters>,
): number {
  const shared = network.rewardWeight;
  if (shared <= 0) return 0;
  const years = (clock.day - given.baselineFrom) / 365;
  const baseline = given.baseline * pow(1 + given.baselineGrowth, years);
  const gamma = 1 - (1 - given.gamma) * clamp((clock.day - given.rampFrom) / given.rampDays, 0, 1);
  const storage = (given.storageDays * reward.providers) / shared;
  return min(
    given.most,
    storage + given.target * circulatingTokens(ledger) * perWeight(gamma, shared, baseline),
  );
}

/** FIP-0081: the part `gamma` is split over the baseline where the network is below it, the rest over the network as it is. */
const perWeight = (gamma: number, shared: number, baseline: number): number =>
  (1 - gamma) / shared + gamma / max(shared, baseline);
