import type { SweepRowView, SweepView } from '../../../../../main/api/jobs/job-result.ts';
import type {
  Brush,
  ParallelAxis,
  ParallelLine,
  ParallelSubject,
} from '../../../../charts/field/parallel-subject.ts';
import { middleOf } from '../../../../charts/field/swept.ts';
import { writtenAt } from './sweep-pictures.ts';

/** A sweep as lines across its parameters and its results. Words stand on their axis in the order in which they came. */
export function parallelOf(
  { factors, measures, rows, cases }: SweepView,
  brushes: readonly (Brush | undefined)[],
): ParallelSubject {
  const words = factors.map(({ path, base }) => wordsIn(rows, path, base));
  const verdict = measures.findIndex((each) => each.verdict);
  const axes = [
    ...factors.map(({ label, unit, scale }, i): ParallelAxis => {
      const its = words[i];
      return {
        label,
        unit: its === undefined ? unit : '1',
        scale: its === undefined ? scale : 'linear',
        ...(its === undefined ? {} : { words: its }),
      };
    }),
    ...measures.map(({ label, unit }): ParallelAxis => ({ label, unit, scale: 'linear' })),
  ];
  return {
    title: `${rows.length === cases ? cases : `${rows.length} of ${cases}`} cases`,
    axes: axes.map((axis, i) => distinct(axis, axes.slice(0, i))),
    lines: rows.map(
      (row, place): ParallelLine => ({
        label: `Case ${place + 1}`,
        values: [
          ...factors.map(({ path, base }, i) => {
            const written = writtenAt(row, path) ?? base ?? '';
            return words[i]?.indexOf(written) ?? Number.parseFloat(written);
          }),
          ...measures.map((_, cell) => middleOf(row.cells[cell])),
        ],
        ...(verdict < 0 ? {} : { verdict: standingOf(row, verdict) }),
      }),
    ),
    brushes,
  };
}

function wordsIn(rows: SweepView['rows'], path: string, base = ''): readonly string[] | undefined {
  const written = [...new Set(rows.map((row) => writtenAt(row, path) ?? base))];
  return written.every((each) => !Number.isNaN(Number.parseFloat(each))) ? undefined : written;
}

const standingOf = (row: SweepRowView, verdict: number): 'pass' | 'watch' | 'fail' => {
  const share = middleOf(row.cells[verdict]);
  return share >= 0.8 ? 'pass' : share >= 0.5 ? 'watch' : 'fail';
};

/** Each axis has its own name. */
const distinct = (axis: ParallelAxis, before: readonly ParallelAxis[]): ParallelAxis => {
  const twins = before.filter(({ label }) => label === axis.label).length;
  return twins === 0 ? axis : { ...axis, label: `${axis.label} (${twins + 1})` };
};
