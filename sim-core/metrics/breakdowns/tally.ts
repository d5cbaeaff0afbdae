import { status, type World } from '../../contract/vocabulary.ts';
import { onceADay } from '../../kernel/once-a-day.ts';
import { blockRows } from '../../kernel/sum.ts';
import { cohortAt, type Grouping } from './world-breakdown.ts';

/** What is summed over the rows of providers of a group; per row, not per unit. */
const sum = {
  active: 0,
  joined: 1,
  left: 2,
  inProfit: 3,
  reward: 4,
  fiat: 5,
  profit: 6,
  opex: 7,
  hardwareFactor: 8,
} as const;

const width = Object.keys(sum).length;
/** Rows of regions and classes are bytes; a run has at most 36,500 days. */
const mostGroups = 256;

type Sums = Readonly<Record<Grouping, Float64Array>>;
const empty = (): Sums => {
  const zeros = () => new Float64Array(mostGroups * width);
  return { region: zeros(), class: zeros(), cohort: zeros() };
};
const totals = empty();
const block = empty();

/**
 * Sums over providers by group, all in one pass: group x `sum`, one group after the other. Active ones count with what they
 * earn; those who run, pause or have left count as having joined.
 */
const tally = onceADay((world: World): Sums => {
  const { count } = world.providers;
  const groups = { region: world.regions.count, class: world.classes.count, cohort: mostGroups };
  for (const grouping of ['region', 'class', 'cohort'] as const) totals[grouping].fill(0);
  for (let from = 0; from < count; from += blockRows) {
    addBlock(world, from, from + blockRows < count ? from + blockRows : count);
    flush(totals.region, block.region, groups.region);
    flush(totals.class, block.class, groups.class);
    flush(totals.cohort, block.cohort, groups.cohort);
  }
  return totals;
});

function addBlock({ providers }: World, from: number, to: number): void {
  const { region, class: hardwareClass, joinedAt, status: statuses } = providers;
  for (let i = from; i < to; i++) {
    const s = statuses[i];
    if (s === status.prospect || s === status.ordered) continue;
    add(block.region, region[i] * width, providers, i, s);
    add(block.class, hardwareClass[i] * width, providers, i, s);
    add(block.cohort, cohortAt(joinedAt[i]) * width, providers, i, s);
  }
}

function add(to: Float64Array, at: number, providers: World['providers'], i: number, s: number): void {
  to[at + sum.joined] += 1;
  if (s === status.exited) to[at + sum.left] += 1;
  if (s !== status.active) return;
  to[at + sum.active] += 1;
  if (providers.profit[i] > 0) to[at + sum.inProfit] += 1;
  to[at + sum.reward] += providers.reward[i];
  to[at + sum.fiat] += providers.fiat[i];
  to[at + sum.profit] += providers.profit[i];
  to[at + sum.opex] += providers.opex[i];
  to[at + sum.hardwareFactor] += providers.hardwareFactor[i];
}

/** Adds a block to the totals and clears it: the order in which a parallel kernel would add. */
function flush(total: Float64Array, part: Float64Array, groups: number): void {
  const end = groups * width;
  for (let i = 0; i < end; i++) {
    total[i] += part[i];
    part[i] = 0;
  }
}

/** The sum of one thing over a group. */
export function summed(world: World, by: Grouping, group: number, what: keyof typeof sum): number {
  return tally(world)[by][group * width + sum[what]];
}
