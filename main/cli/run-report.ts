import { medianIntervals } from '../../sim-core/analysis/median-intervals.ts';
import { isoDate } from '../../sim-core/kernel/calendar.ts';
import type { ScenarioDocument } from '../../sim-core/scenario/scenario-document.ts';
import { nearby } from './places.ts';
import { spell } from './progress-bar.ts';
import type { FinishedBatch } from './run-batch.ts';
import { shortNumber, textTable } from './terminal.ts';

/** What `run` prints for people: what ran, its last day, its verdicts, its digest and its files. */
export function runReport(
  { metadata, spec }: ScenarioDocument,
  { batch, durationMs }: FinishedBatch,
  seeds: readonly string[],
  files: readonly string[],
): string {
  const last = isoDate(spec.startDay + spec.ticks - 1);
  const metrics = medianIntervals(batch).map(({ id, unit, p5, p50, p95, p50Low, p50High }) => [
    `${id} [${unit}]`,
    shortNumber(p5),
    shortNumber(p50),
    shortNumber(p95),
    p50Low === null ? '–' : `${shortNumber(p50Low)} to ${shortNumber(p50High)}`,
  ]);
  const verdicts = batch.verdicts.map(({ title, held, of, probability, low, high }) => [
    title,
    `${held} of ${of}`,
    percent(probability),
    `${percent(low)} to ${percent(high)}`,
  ]);
  return [
    `${metadata.title}: ${isoDate(spec.startDay)} to ${last}, ${spec.ticks} days, ${seeds.length} seeds, ${spell(durationMs)}`,
    '',
    textTable([[`On ${last}`, '5 %', 'median', '95 %', '95 % interval of the median'], ...metrics]),
    ...(verdicts.length === 0
      ? []
      : ['', textTable([['Verdict', 'seeds', 'share', '95 % interval'], ...verdicts])]),
    '',
    'Intervals: of a median by order statistics, whatever the shape; of a share by Wilson.',
    `digest ${batch.digest}`,
    ...files.map((file) => `wrote  ${nearby(file)}`),
  ].join('\n');
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
