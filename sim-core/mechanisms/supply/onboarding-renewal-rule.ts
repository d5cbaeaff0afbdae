import { number, series } from '../../contract/parameter.ts';
import { status, type World } from '../../contract/vocabulary.ts';
import { floor, max } from '../../kernel/math.ts';
import { blockRows } from '../../kernel/sum.ts';
import { sources } from '../sources.ts';

/** How much is onboarded and renewed, for how long, and by whom. */
export const onboardingParameters = {
  onboarding: series({
    label: 'Onboarded a day',
    unit: 'unit/day',
    min: 0,
    max: 1e15,
    default: { days: [0], values: [5] },
    why: 'Capacity that the whole network commits anew each day when it pays as usual. Filecoin in late 2023: 5 PiB.',
    source: sources.fip81,
  }),
  newcomers: number({
    label: 'By newcomers',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0.1,
    step: 0.05,
    why: 'Part of it that new providers bring, while there are prospects; the others grow in proportion to what they have.',
  }),
  response: number({
    label: 'Response to the return',
    unit: '1',
    min: 0,
    max: 5,
    default: 0,
    step: 0.1,
    why: 'Elasticity of onboarding to a year of reward over pledge. A regression for FIP-0100 found none; studies try 1.',
    source: sources.fip100,
  }),
  usualReturn: number({
    label: 'Usual return',
    unit: '1/year',
    min: 0.001,
    max: 100,
    default: 0.3,
    step: 0.05,
    why: 'A year of reward over pledge at which as much is onboarded as the series says.',
  }),
  renewal: series({
    label: 'Renewed',
    unit: 'share',
    min: 0,
    max: 1,
    default: { days: [0], values: [0.52] },
    why: 'Part of the capacity whose term ends that is committed again. Filecoin in late 2023: 52 %.',
    source: sources.fip81,
  }),
  losersRenew: number({
    label: 'Renewed at a loss',
    unit: '1',
    min: 0,
    max: 1,
    default: 0.25,
    step: 0.05,
    why: 'Providers whose average profit is below zero renew this part of what others do, and add nothing. 1: all alike.',
  }),
  term: number({
    label: 'Term',
    unit: 'day',
    min: 4,
    max: 3650,
    default: 540,
    step: 30,
    integer: true,
    why: 'Days for which capacity is committed. Filecoin allows 180 to 1,278; its tools assume 540.',
    source: sources.mechafil,
  }),
  smallest: number({
    label: 'Leaves below',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0.01,
    step: 0.01,
    why: 'Part of the capacity it began with below which a provider shuts down.',
  }),
};

/** Days of a window: a term is four and a half. */
export function windowOf(term: number): number {
  return max(1, floor(term / 4.5 + 0.5));
}

/** Capacity of rows that could join, and of those that would add to theirs, on the first day. */
export function sumWhoCanAdd({ providers }: World, into: { prospects: number; growing: number }): void {
  const { count, status: statuses, capacity, profit } = providers;
  into.prospects = 0;
  into.growing = 0;
  for (let from = 0; from < count; from += blockRows) {
    const to = from + blockRows < count ? from + blockRows : count;
    let prospects = 0;
    let growing = 0;
    for (let i = from; i < to; i++) {
      if (statuses[i] === status.prospect) prospects += capacity[i];
      else if (statuses[i] === status.active && profit[i] >= 0) growing += capacity[i];
    }
    into.prospects += prospects;
    into.growing += growing;
  }
}
