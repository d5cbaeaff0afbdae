import { memo, type ReactElement } from 'react';
import type { Fan } from '../../../charts/plot-data.ts';
import { bandPath, linePath, type PathScales } from '../../../charts/svg-path.ts';

import type { RunSnapshot } from '../../../sim/run-snapshot.ts';
import { usualRange } from './usual-range.ts';

interface KpiFanProps {
  readonly width: number;
  readonly column: number;
  readonly metric: string;
  readonly run: RunSnapshot;
  readonly now: RunSnapshot | undefined;
  readonly base: RunSnapshot | undefined;
  readonly dimmed: boolean;
}

const height = 64;
const pad = 4;

/** The course of a metric: band and median of the seeds, the base in grey behind it, and what runs now growing over it. */
export const KpiFan = memo(function KpiFan({
  width,
  column,
  metric,
  run,
  now,
  base,
  dimmed,
}: KpiFanProps): ReactElement {
  const fan = run.fanOf(column);
  const before = base === undefined || base === run ? undefined : base.fanOf(columnOf(base, metric));
  const growing = now ?? (fan === undefined ? run : undefined);
  const paths = growing === undefined ? [] : pathsOf(growing, columnOf(growing, metric));
  const ticks = Math.max(run.request.spec.ticks, now?.request.spec.ticks ?? 0, base?.request.spec.ticks ?? 0);
  const scales = scalesOf(width, ticks, [
    ...[fan, before].flatMap((each) => (each === undefined ? [] : [each.p5, each.p95])),
    ...paths.map(({ values, done }) => values.subarray(0, done)),
  ]);
  return (
    <svg width={width} height={height} aria-hidden="true">
      {before !== undefined && <Band fan={before} scales={scales} name="base" />}
      {fan !== undefined && <Band fan={fan} scales={scales} name={dimmed ? 'old' : 'now'} />}
      {paths.map(({ seed, values, done }) => (
        <path key={seed} className="fan-growing" d={linePath(values, done, scales)} />
      ))}
    </svg>
  );
});

function Band({
  fan,
  scales,
  name,
}: {
  readonly fan: Fan;
  readonly scales: PathScales;
  readonly name: string;
}): ReactElement {
  return (
    <g className={`fan-${name}`}>
      {fan.seeds > 1 && <path className="fan-band" d={bandPath(fan.p5, fan.p95, scales)} />}
      <path className="fan-line" d={linePath(fan.median, fan.median.length, scales)} />
    </g>
  );
}

const columnOf = ({ metrics }: RunSnapshot, metric: string): number =>
  metrics.findIndex(({ id }) => id === metric);

/** Seeds that run, as far as they have come, and those that are done. */
function pathsOf({ live, results }: RunSnapshot, column: number) {
  const done = results.map(({ seed, columns }) => ({
    seed,
    values: columns[column],
    done: columns[column]?.length ?? 0,
  }));
  const under = live.map(({ seed, columns, done: ticks }) => ({
    seed,
    values: columns[column],
    done: ticks,
  }));
  return [...done, ...under].flatMap(({ values, ...path }) =>
    values === undefined ? [] : [{ ...path, values }],
  );
}

function scalesOf(width: number, ticks: number, columns: readonly Float64Array[]): PathScales {
  const [low, high] = usualRange(columns);
  const span = high - low;
  const y = (value: number) =>
    span > 0 ? height - pad - ((value - low) / span) * (height - 2 * pad) : height / 2;
  return {
    left: 0,
    right: width,
    x: (tick) => (ticks > 1 ? (tick / (ticks - 1)) * width : 0),
    // What lies far outside leaves the picture at its edge.
    y: (value) => Math.min(height, Math.max(0, y(value))),
  };
}
