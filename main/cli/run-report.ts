import path from 'node:path';
import { isoDate } from '../../sim-core/kernel/calendar.ts';
import { lastDay } from '../../sim-core/results/last-day.ts';
import type { ScenarioDocument } from '../../sim-core/scenario/scenario-document.ts';
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
  const metrics = lastDay(batch).map(({ id, unit, p5, p50, p95 }) => [
    `${id} [${unit}]`,
    shortNumber(p5),
    shortNumber(p50),
    shortNumber(p95),
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
    textTable([[`On ${last}`, '5 %', 'median', '95 %'], ...metrics]),
    ...(verdicts.length === 0
      ? []
      : ['', textTable([['Verdict', 'seeds', 'share', '95 % interval'], ...verdicts])]),
    '',
    `digest ${batch.digest}`,
    ...files.map((file) => `wrote  ${nearby(file)}`),
  ].join('\n');
}

/** A path as short as it can be written from here. */
function nearby(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
