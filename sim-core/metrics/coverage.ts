import type { World } from '../contract/vocabulary.ts';
import type { WorldMetric } from './world-metric.ts';

const needs = ['centralBuild.coverage'] as const;
const source = 'centralised build of equal capex';

const dayOf = (tick: number): number => (tick < 0 ? Number.NaN : tick);

/** Days by which the network was first at the goal; before the other is there, those since. */
function lead({ centralBuild, clock }: World): number {
  const { networkReached, builderReached } = centralBuild;
  if (networkReached < 0 && builderReached < 0) return Number.NaN;
  const network = networkReached < 0 ? clock.tick : networkReached;
  const builder = builderReached < 0 ? clock.tick : builderReached;
  return builder - network;
}

/** How fast a network of many hands covers its target, beside one hand with the same money. */
export const coverage: readonly WorldMetric[] = [
  {
    id: 'coverage.capex',
    title: 'Paid for hardware so far',
    unit: 'USD',
    definition:
      "What all who have joined paid for hardware: the maker's price when they started to run, times their own factor; those of the first day at its price. Replacements are left out.",
    source,
    needs,
    read: ({ centralBuild }) => centralBuild.capex,
  },
  {
    id: 'coverage.centralised',
    title: 'Coverage of a centralised build',
    unit: 'share',
    definition:
      'Target cells that a builder would cover who gets the same money day by day, pays for sites too, plans first and builds at its own pace.',
    source,
    needs,
    read: ({ centralBuild }) => centralBuild.coverage,
  },
  {
    id: 'coverage.network-day',
    title: 'Goal reached by the network',
    unit: 'day',
    definition: 'Day of the run on which the network first covered the goal; 0 where it began there.',
    source,
    gaps: 'it has not',
    needs,
    read: ({ centralBuild }) => dayOf(centralBuild.networkReached),
  },
  {
    id: 'coverage.centralised-day',
    title: 'Goal reached by the centralised build',
    unit: 'day',
    definition: 'Day of the run on which the centralised build first covered the goal.',
    source,
    gaps: 'it has not',
    needs,
    read: ({ centralBuild }) => dayOf(centralBuild.builderReached),
  },
  {
    id: 'coverage.time-lead',
    title: 'Lead over a centralised build',
    unit: 'day',
    definition:
      'Days by which the network covered the goal before the centralised build did; below 0: after. While one of them is not there yet, the days so far: at least as many. What the network had built before the first day counts as its lead.',
    source,
    gaps: 'neither covers the goal',
    needs,
    read: lead,
  },
];
