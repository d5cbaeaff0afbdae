import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { isoDay } from '../../ui/time-format.ts';
import { createSpread } from '../spread.ts';
import type { RegionMapSubject } from './region-map-subject.ts';
import type { WorldTopology } from './world-topology.ts';

type Batch = Pick<BatchResult, 'breakdowns' | 'sampleTicks' | 'startDay' | 'seeds'>;

/**
 * A breakdown by region on one of its samples: the median over seeds. The scale is that of all samples, so that colours
 * mean the same while time moves. Undefined where the run does not report it or has no such sample.
 * @param sample index in `sampleTicks`; absent: the last
 */
export function regionsOf(
  batch: Batch,
  topology: WorldTopology,
  id = 'providers.active',
  sample = batch.sampleTicks.length - 1,
): RegionMapSubject | undefined {
  const place = batch.breakdowns.findIndex((each) => each.id === id && each.by === 'region');
  const described = batch.breakdowns[place];
  const tick = batch.sampleTicks[sample];
  if (described === undefined || tick === undefined) return undefined;
  const { groups, title, definition, unit } = described;
  const spread = createSpread(batch.sampleTicks.length * groups.length, batch.seeds.length);
  for (const { breakdowns } of batch.seeds) spread.add(breakdowns[place] ?? new Float64Array());
  const medians = spread.fan().median;
  const known = medians.filter(Number.isFinite);
  return {
    ...{ title, definition, unit, topology },
    when: `on ${isoDay(batch.startDay + tick)}`,
    regions: groups.map((name, group) => ({
      name,
      value: medians[sample * groups.length + group] ?? Number.NaN,
    })),
    ...(known.length === 0
      ? {}
      : {
          scale: {
            low: known.reduce((a, b) => Math.min(a, b)),
            high: known.reduce((a, b) => Math.max(a, b)),
          },
        }),
  };
}
