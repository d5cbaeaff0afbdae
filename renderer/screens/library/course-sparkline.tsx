import type { ReactElement } from 'react';
import type { ScenarioCourse } from '../../../main/api/scenarios/scenarios-api.ts';
import { bandPath, linePath } from '../../charts/svg-path.ts';
import { bareQuantity, quantity } from '../../ui/number-format.ts';

/** In the units of its own box, which is as wide as the card. */
const [width, height, pad] = [320, 44, 2];

/** What came of a scenario as it is shipped, in a line: its course from zero up, and where it begins and ends in words. */
export function CourseSparkline({ course }: { readonly course: ScenarioCourse }): ReactElement | null {
  const { title, unit, seeds } = course;
  const [median, low, high] = [course.median, course.low, course.high].map(columnOf);
  if (median === undefined || low === undefined || high === undefined) return null;
  const known = median.filter((value) => Number.isFinite(value));
  const largest = Math.max(...known, ...high.filter((value) => Number.isFinite(value)), Number.MIN_VALUE);
  const scales = {
    left: 0,
    right: width,
    x: (at: number) => (at / (median.length - 1)) * width,
    y: (value: number) => height - pad - (value / largest) * (height - 2 * pad),
  };
  return (
    <figure className="course">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <path className="course-band" d={bandPath(low, high, scales)} />
        <path className="course-line" d={linePath(median, median.length, scales)} />
      </svg>
      <figcaption className="small muted" title={`Median of ${seeds} seeds; the band holds 9 of 10 of them`}>
        {title} {bareQuantity(known[0] ?? Number.NaN, unit)} → {quantity(known.at(-1) ?? Number.NaN, unit)}
        {`, ${seeds} seeds`}
      </figcaption>
    </figure>
  );
}

const columnOf = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? Number.NaN);
