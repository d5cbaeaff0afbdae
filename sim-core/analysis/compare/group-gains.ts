import type { BatchResult, SeedResult } from '../../contract/run.ts';
import { type PairedDifference, pairedDifference } from './paired-difference.ts';

/** What a group of providers has of a run, and how that differs from the base. */
export interface GroupGain {
  /** Such as `Germany`, `year 2` or a class of hardware. */
  readonly group: string;
  /** Mean over seeds in the base. */
  readonly base: number;
  readonly difference: PairedDifference;
}

/** Who gains and who loses, for one way of dividing the providers and one quantity. */
export interface GroupGains {
  /** `region`, `class` or `cohort`. */
  readonly by: string;
  readonly quantity: GroupQuantity;
  readonly groups: readonly GroupGain[];
}

export interface GroupQuantity {
  readonly id: 'profit' | 'active';
  readonly title: string;
  readonly unit: string;
  readonly definition: string;
}

type Batch = Pick<BatchResult, 'breakdowns' | 'sampleTicks' | 'seeds'>;

const quantities: readonly GroupQuantity[] = [
  {
    id: 'profit',
    title: 'Profit of the group',
    unit: 'USD/day',
    definition:
      'Profit a unit (providers.profit) times active units, nothing where nobody is active; mean of the samples of the run, one every 30 days.',
  },
  {
    id: 'active',
    title: 'Active at the end',
    unit: 'unit',
    definition: 'Active units of the group on the last day.',
  },
];

/** One way of dividing the providers, and one quantity. */
export interface GroupQuestion {
  readonly by: string;
  readonly quantity: GroupQuantity;
}

/** All that can be asked of a run; none where it has no breakdowns of providers. */
export const groupQuestions = (base: Batch): readonly GroupQuestion[] =>
  quantities.flatMap((quantity) => waysOf(base).map((by) => ({ by, quantity })));

/**
 * Differences of each group that both runs have, seed by seed; `pairs` are the seeds of both in the same order. Empty where
 * the runs have no such breakdown of providers in common.
 */
export function groupGainsOf(
  base: Batch,
  other: Batch,
  pairs: readonly (readonly [base: SeedResult, other: SeedResult])[],
  { by, quantity }: GroupQuestion,
): readonly GroupGains[] {
  const first = readerOf(base, by, quantity);
  const second = readerOf(other, by, quantity);
  if (first === undefined || second === undefined) return [];
  const groups = first.groups.filter((group) => second.groups.includes(group));
  return [{ by, quantity, groups: groups.map(gainOf) }];

  function gainOf(group: string): GroupGain {
    const before = pairs.map(([seed]) => first?.read(seed, group) ?? NaN);
    const after = pairs.map(([, seed]) => second?.read(seed, group) ?? NaN);
    let total = 0;
    for (const value of before) total += value;
    return { group, base: total / before.length, difference: pairedDifference(before, after) };
  }
}

const waysOf = ({ breakdowns }: Batch): readonly string[] => [
  ...new Set(breakdowns.filter(({ id }) => id === 'providers.active').map(({ by }) => by)),
];

interface Reader {
  readonly groups: readonly string[];
  read(seed: SeedResult, group: string): number;
}

function readerOf({ breakdowns, sampleTicks }: Batch, by: string, { id }: GroupQuantity): Reader | undefined {
  const at = (name: string) => breakdowns.findIndex((each) => each.id === name && each.by === by);
  const active = at('providers.active');
  const profit = at('providers.profit');
  if (active < 0 || (id === 'profit' && profit < 0)) return undefined;
  const { groups } = breakdowns[active];
  const samples = sampleTicks.length;
  return {
    groups,
    read({ breakdowns: columns }, group) {
      const place = groups.indexOf(group);
      const value = (column: number, sample: number) => columns[column][sample * groups.length + place];
      if (id === 'active') return value(active, samples - 1);
      let total = 0;
      for (let sample = 0; sample < samples; sample++) {
        const units = value(active, sample);
        if (units > 0) total += units * value(profit, sample);
      }
      return total / samples;
    },
  };
}
