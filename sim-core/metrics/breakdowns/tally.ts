import { status, type World } from '../../contract/vocabulary.ts';
import { onceADay } from '../../kernel/once-a-day.ts';
import { joinedAtClose } from '../../kernel/provider-rows.ts';
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
  const { rows, ends } = joinedAtClose(world);
  const groups = { region: world.regions.count, class: world.classes.count, cohort: mostGroups };
  for (const grouping of ['region', 'class', 'cohort'] as const) totals[grouping].fill(0);
  for (let at = 0; at < ends.length; at++) {
    addRows(world, rows, at * blockRows, ends[at]);
    flush(totals.region, block.region, groups.region);
    flush(totals.class, block.class, groups.class);
    flush(totals.cohort, block.cohort, groups.cohort);
  }
  return totals;
});

/** Adds the rows that stand from `from` up to, not including, `end` to those of the block. */
function addRows({ providers }: World, rows: Int32Array, from: number, end: number): void {
  const { region, class: hardwareClass, joinedAt, status: statuses } = providers;
  const { profit, reward, fiat, opex, hardwareFactor } = providers;
  for (let at = from; at < end; at++) {
    const i = rows[at];
    const inRegion = region[i] * width;
    const inClass = hardwareClass[i] * width;
    const inCohort = cohortAt(joinedAt[i]) * width;
    addToAll(sum.joined, 1, inRegion, inClass, inCohort);
    if (statuses[i] === status.exited) addToAll(sum.left, 1, inRegion, inClass, inCohort);
    if (statuses[i] !== status.active) continue;
    addToAll(sum.active, 1, inRegion, inClass, inCohort);
    if (profit[i] > 0) addToAll(sum.inProfit, 1, inRegion, inClass, inCohort);
    addToAll(sum.reward, reward[i], inRegion, inClass, inCohort);
    addToAll(sum.fiat, fiat[i], inRegion, inClass, inCohort);
    addToAll(sum.profit, profit[i], inRegion, inClass, inCohort);
    addToAll(sum.opex, opex[i], inRegion, inClass, inCohort);
    addToAll(sum.hardwareFactor, hardwareFactor[i], inRegion, inClass, inCohort);
  }
}

/** Adds an amount to its sum in the row's region, class and cohort. */
function addToAll(what: number, amount: number, inRegion: number, inClass: number, inCohort: number): void {
  block.region[inRegion + what] += amount;
  block.class[inClass + what] += amount;
  block.cohort[inCohort + what] += amount;
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
