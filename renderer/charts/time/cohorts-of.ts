import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { createSpread } from '../spread.ts';
import type { CohortMarginsSubject } from './cohort-margins-subject.ts';

type Batch = Pick<BatchResult, 'breakdowns' | 'sampleTicks' | 'startDay' | 'seeds'>;

/**
 * A breakdown of a batch as strips: the median over seeds for each group and sample. Groups in which nobody ever was are left
 * out. Undefined where the run does not report it.
 */
export function cohortsOf(
  batch: Batch,
  id = 'providers.margin',
  by = 'cohort',
): CohortMarginsSubject | undefined {
  const place = batch.breakdowns.findIndex((each) => each.id === id && each.by === by);
  const described = batch.breakdowns[place];
  if (described === undefined) return undefined;
  const { title, definition, unit, groups } = described;
  const samples = batch.sampleTicks.length;
  const cohorts = groups.map((label, group) => {
    const spread = createSpread(samples, batch.seeds.length);
    for (const { breakdowns } of batch.seeds) {
      const numbers = breakdowns[place];
      spread.add(
        Float64Array.from(
          { length: samples },
          (_, sample) => numbers?.[sample * groups.length + group] ?? Number.NaN,
        ),
      );
    }
    return { label, values: spread.fan().median };
  });
  return {
    title,
    definition,
    unit,
    by,
    days: batch.sampleTicks.map((tick) => batch.startDay + tick),
    cohorts: cohorts.filter(({ values }) => values.some(Number.isFinite)),
  };
}
