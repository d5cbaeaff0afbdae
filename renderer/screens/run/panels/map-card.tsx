import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo, useState } from 'react';
import type { BreakdownDescription } from '../../../../sim-core/contract/breakdown.ts';
import { regionMap } from '../../../charts/map/region-map.tsx';
import { whereIs } from '../../../charts/map/world-shapes.ts';
import type { WorldTopology } from '../../../charts/map/world-topology.ts';
import { StudioChart } from '../../../state/studio-chart.tsx';
import { isoDay } from '../../../ui/time-format.ts';
import type { PanelProps } from '../charts/chart-grid.tsx';
import { lastTickOf, sampleAt, shownSeeds } from '../shown-seeds.ts';
import { breakdownsBy, breakdownValues, groupsAt } from './breakdown-values.ts';
import { NoGroupsYet } from './no-groups-yet.tsx';
import { QuantitySelect } from './quantity-select.tsx';

/** Shapes of the countries; loaded when a map is first shown. */
const world = {
  queryKey: ['world'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<WorldTopology> => {
    const { default: topology } = await import('world-atlas/countries-110m.json');
    // Boundary: TypeScript reads the file's pairs and triples as plain lists.
    return topology as unknown as WorldTopology;
  },
};

/** The shapes of the world where regions of a run are countries of it; undefined while they load, and where none is. */
export function useRegionShapes(breakdowns: readonly BreakdownDescription[]): WorldTopology | undefined {
  const groups = useMemo(() => breakdowns.find(({ by }) => by === 'region')?.groups ?? [], [breakdowns]);
  const { data: topology } = useQuery({ ...world, enabled: groups.length > 0 });
  return useMemo(() => {
    if (topology === undefined) return undefined;
    return groups.some((name) => whereIs(topology, name).kind !== 'nowhere') ? topology : undefined;
  }, [topology, groups]);
}

interface MapCardProps extends PanelProps {
  readonly topology: WorldTopology;
}

/** Where? A number of each region on the day that is looked at. */
export function MapCard({ snapshot, view, moment, topology }: MapCardProps): ReactElement | null {
  const { breakdowns } = snapshot;
  const regions = useMemo(() => breakdownsBy(breakdowns, 'region'), [breakdowns]);
  const [chosen, setChosen] = useState('providers.active');
  const shown = regions.find((each) => each.described.id === chosen) ?? regions[0];
  const values = shown && breakdownValues(snapshot, view, shown.place);
  const { sampleTicks, request } = snapshot;
  const tick = moment ?? lastTickOf(shownSeeds(snapshot, view));
  const sample = sampleAt(sampleTicks, tick);
  const chart = useMemo(() => {
    if (shown === undefined || values === undefined) return undefined;
    const day = isoDay(request.spec.startDay + (sampleTicks[sample] ?? 0));
    return regionMap({ ...subjectOf(shown.described, values, sample), when: `on ${day}`, topology });
  }, [values, sample, shown, topology, request, sampleTicks]);
  if (shown === undefined || chart === undefined) return <NoGroupsYet />;
  return (
    <StudioChart
      chart={chart}
      file={request.scenario}
      about={{ reading, quantities: [shown.described] }}
      controls={
        <QuantitySelect
          label="Map shows"
          breakdowns={regions.map((each) => each.described)}
          value={shown.described.id}
          onChange={setChosen}
        />
      }
    />
  );
}

/** Colours mean the same on every day, so that they can be compared while time moves. */
function subjectOf(described: BreakdownDescription, values: Float64Array, sample: number) {
  const { title, definition, unit, groups } = described;
  const known = values.filter(Number.isFinite);
  const scale = {
    low: known.reduce((a, b) => Math.min(a, b), Infinity),
    high: known.reduce((a, b) => Math.max(a, b), -Infinity),
  };
  const now = groupsAt(values, groups.length, sample);
  return {
    ...{ title, definition, unit },
    regions: groups.map((name, group) => ({ name, value: now[group] ?? Number.NaN })),
    ...(known.length === 0 ? {} : { scale }),
  };
}

const reading =
  'Regions are coloured by the median over seeds, or by the value of one seed, on the last sample on or before the day that is looked at: groups are read every 30 days. ' +
  'Colours mean the same on every day. Countries that are too small for a shape are dots. Shapes: Natural Earth, public domain.';
