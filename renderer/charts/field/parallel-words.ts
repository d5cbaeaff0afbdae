import { bareQuantity, quantity } from '../../ui/number-format.ts';
import { type DataTable, tableOf } from '../data-table.ts';
import { counted, listed, withUnit } from '../parts/words.ts';
import { isKept } from './parallel-layout.ts';
import type { ParallelAxis, ParallelLine, ParallelSubject } from './parallel-subject.ts';

const verdicts = ['pass', 'watch', 'fail'] as const;

/** A value of an axis: a word of its list, or a number with its unit. */
export const spelled = ({ unit, words }: ParallelAxis, value: number, bare = false): string =>
  words?.[value] ?? (bare ? bareQuantity(value, unit) : quantity(value, unit));

/** How the kept lines fared, and how many were kept: "12 of 64 cases kept: 9 pass, 3 fail". */
export function parallelFinding(subject: ParallelSubject): string {
  const { lines, brushes = [] } = subject;
  const kept = lines.filter((line) => isKept(line, subject));
  const brushed = brushes.some((brush) => brush !== undefined);
  const fared = faredOf(kept);
  const of = brushed
    ? `${kept.length} of ${counted(lines.length, 'case')} kept`
    : counted(lines.length, 'case');
  return fared === '' ? `${subject.title}: ${of}` : `${of}: ${fared}`;
}

function faredOf(lines: readonly ParallelLine[]): string {
  const parts = verdicts.flatMap((verdict) => {
    const count = lines.filter((line) => line.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict}`];
  });
  return listed(parts);
}

export function parallelSummary(subject: ParallelSubject): string {
  const kept = subject.lines.filter((line) => isKept(line, subject));
  const ranges = subject.axes.map((axis, index) => {
    const values = kept.map((line) => line.values[index] ?? Number.NaN).filter(Number.isFinite);
    if (values.length === 0) return `${axis.label}: none`;
    return `${axis.label} ${spelled(axis, Math.min(...values), true)} to ${spelled(axis, Math.max(...values))}`;
  });
  return `${parallelFinding(subject)}. ${subject.title}. Ranges: ${ranges.join('; ')}.`;
}

/** Every case, the kept ones marked. */
export const parallelTable = (subject: ParallelSubject): DataTable =>
  tableOf(
    [
      'case',
      ...subject.axes.map(({ label, unit }) => withUnit(label, unit === 'share' ? '1' : unit)),
      'verdict',
      'kept',
    ],
    subject.lines.map((line) => [
      line.label,
      ...subject.axes.map(
        ({ words }, index) => words?.[line.values[index] ?? -1] ?? line.values[index] ?? Number.NaN,
      ),
      line.verdict ?? '',
      isKept(line, subject) ? 'yes' : 'no',
    ]),
  );

export function parallelReadout({ axes, lines }: ParallelSubject, index: number): string {
  const line = lines[index];
  if (line === undefined) return '';
  const parts = axes.map((axis, at) => `${axis.label} ${spelled(axis, line.values[at] ?? Number.NaN)}`);
  return `${line.label}: ${parts.join(', ')}${line.verdict === undefined ? '' : `; ${line.verdict}`}`;
}
