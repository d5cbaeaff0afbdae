import type { SweepRowView, SweepView } from '../../../../../main/api/jobs/job-result.ts';

/** Ways to see a sweep. */
export type SweepPicture = 'line' | 'heatmap' | 'parallel';

/** What a picture of a sweep is given. */
export interface SweepPictureProps {
  readonly job: { readonly id: string; readonly scenario: string };
  readonly result: SweepView;
  /** Index of the measure that is shown. */
  readonly measure: number;
  /** Index of the row that was chosen. */
  readonly row: number | undefined;
  onChoose(row: number): void;
}

/** Pictures that suit a sweep, the best first. */
export function picturesFor({ factors, rows }: Pick<SweepView, 'factors' | 'rows'>): readonly SweepPicture[] {
  const alone = rows.every(({ point }) => point.length <= 1);
  const numeric = factors.every((_, i) =>
    rows.every((row) => isNumber(writtenAt(row, factors[i]?.path ?? ''))),
  );
  const onGrid = factors.length === 2 && gridSize(rows, factors) <= 4 * rows.length + 50 && !alone;
  return [
    ...(alone && numeric ? (['line'] as const) : []),
    ...(onGrid ? (['heatmap'] as const) : []),
    ...(factors.length > 1 || !numeric ? (['parallel'] as const) : []),
  ];
}

export const writtenAt = ({ point }: Pick<SweepRowView, 'point'>, path: string): string | undefined =>
  point.find((trial) => trial.path === path)?.written;

/** A value that a case leaves alone is no word. */
const isNumber = (written: string | undefined): boolean =>
  written === undefined || !Number.isNaN(Number.parseFloat(written));

function gridSize(rows: SweepView['rows'], factors: SweepView['factors']): number {
  return factors.reduce((size, { path }) => size * new Set(rows.map((row) => writtenAt(row, path))).size, 1);
}
