import { type ReactElement, useMemo } from 'react';
import { lorenz } from '../../../charts/rank/lorenz.tsx';
import { lorenzCurveOf } from '../../../charts/rank/lorenz-curve-of.ts';
import type { RunSnapshot } from '../../../sim/run-snapshot.ts';
import type { RunView } from '../../../state/studio.ts';
import { StudioChart } from '../../../state/studio-chart.tsx';
import { shortNumber } from '../../../ui/number-format.ts';
import { isoDay } from '../../../ui/time-format.ts';
import type { PanelProps } from '../charts/chart-grid.tsx';
import { spotOf } from '../quantiles.ts';
import { lastTickOf, sampleAt, shownSeeds } from '../shown-seeds.ts';
import { breakdownsBy, breakdownValues, divisionsOf, groupsAt } from './breakdown-values.ts';
import { NoGroupsYet } from './no-groups-yet.tsx';

/** Is income spread or concentrated? Between the groups of each division, and among single units in words. */
export function LorenzCard({ snapshot, view, moment }: PanelProps): ReactElement {
  const { sampleTicks, request, breakdowns } = snapshot;
  const tick = moment ?? lastTickOf(shownSeeds(snapshot, view));
  const sample = sampleAt(sampleTicks, tick);
  const income = incomeOf(breakdowns);
  const curves = curvesAt(snapshot, view, sample, income);
  const quantities = useMemo(
    () => breakdowns.filter(({ id, by }) => (id === holders || id === income) && by === breakdowns[0]?.by),
    [breakdowns, income],
  );
  if (curves.length === 0) return <NoGroupsYet />;
  const day = isoDay(request.spec.startDay + (sampleTicks[sample] ?? 0));
  const chart = lorenz({ title: titles[income] ?? income, holders: 'providers', when: `on ${day}`, curves });
  return (
    <StudioChart
      chart={chart}
      file={request.scenario}
      about={{ reading, quantities }}
      height={280}
      note={amongUnits(snapshot, view, tick)}
    />
  );
}

const holders = 'providers.active';

/** What is held, the best first. */
const incomes = ['providers.income', 'providers.reward-usd'] as const;

const titles: Readonly<Record<string, string>> = {
  'providers.income': 'Income',
  'providers.reward-usd': 'Rewards',
};

const incomeOf = (breakdowns: RunSnapshot['breakdowns']): string =>
  incomes.find((each) => breakdowns.some(({ id }) => id === each)) ?? incomes[0];

/** Whether a run reports what a curve is drawn from. */
export const hasIncomes = (breakdowns: RunSnapshot['breakdowns']): boolean =>
  breakdowns.some(({ id }) => id === holders) && breakdowns.some(({ id }) => id === incomeOf(breakdowns));

/** One curve for each division of the providers: what each group has together, of what all have. */
function curvesAt(snapshot: RunSnapshot, view: RunView, sample: number, income: string) {
  return divisionsOf(snapshot.breakdowns).flatMap((by, style) => {
    const of = breakdownsBy(snapshot.breakdowns, by);
    const [active, each] = [holders, income].map((id) => of.find(({ described }) => described.id === id));
    const counts = active && breakdownValues(snapshot, view, active.place);
    const perGroup = each && breakdownValues(snapshot, view, each.place);
    if (active === undefined || counts === undefined || perGroup === undefined) return [];
    const { length } = active.described.groups;
    const perUnit = groupsAt(perGroup, length, sample);
    const groups = [...groupsAt(counts, length, sample)].map((count, group) => ({
      holders: count,
      held: Math.max(0, count * (perUnit[group] ?? Number.NaN)),
    }));
    const curve = lorenzCurveOf(groups);
    // A line between two points says nothing.
    return curve.points.length < 3 ? [] : [{ label: `groups by ${by}`, style, ...curve }];
  });
}

/** What the metrics say of single units, which groups cannot show. */
function amongUnits(snapshot: RunSnapshot, view: RunView, tick: number): string | undefined {
  const { metrics } = snapshot;
  const seeds = shownSeeds(snapshot, view);
  const at = (id: string) => {
    const column = metrics.findIndex((metric) => metric.id === id);
    return spotOf(seeds.map(({ columns }) => columns[column]?.[tick] ?? Number.NaN)).median;
  };
  const [gini, nakamoto, hhi] = ['rewards.gini', 'rewards.nakamoto', 'rewards.hhi'].map(at);
  if (gini === undefined || Number.isNaN(gini)) return undefined;
  return `Among single units, rewards on ${isoDay(snapshot.request.spec.startDay + tick)}: Gini ${shortNumber(gini)}, Nakamoto ${shortNumber(nakamoto ?? Number.NaN)} units, HHI ${hhi !== undefined && hhi < 0.001 ? 'below 0.001' : shortNumber(hhi ?? Number.NaN)}.`;
}

const reading =
  'The further a curve hangs below the straight line, the more unequal. A curve knows groups only: within a group all units count as alike, so the true inequality is larger; ' +
  'the line below the chart has it for single units. Nakamoto is the fewest units that together have more than half; HHI the sum of squared shares.';
