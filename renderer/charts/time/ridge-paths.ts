import { area, line } from 'd3';

/** The parts of a strip around its own line, as `d` of paths in px. */
export interface RidgePaths {
  readonly above: string;
  readonly below: string;
  readonly line: string;
}

/** Areas from a line of no profit up and down to the values; a value that is not finite leaves a gap. */
export function ridgePaths(
  values: Float64Array,
  x: (index: number) => number,
  y: (value: number) => number,
  middle: number,
): RidgePaths {
  const points = withCrossings(values, x, y, middle);
  const known = ({ y: at }: Point) => Number.isFinite(at);
  const side = (keep: (at: number) => number) =>
    area<Point>()
      .defined(known)
      .x((point) => point.x)
      .y0(middle)
      .y1((point) => keep(point.y))
      .digits(1)(points) ?? '';
  return {
    above: side((at) => Math.min(at, middle)),
    below: side((at) => Math.max(at, middle)),
    line:
      line<Point>()
        .defined(known)
        .x((point) => point.x)
        .y((point) => point.y)
        .digits(1)(points) ?? '',
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The points, and between two on different sides of the line the one where it is crossed. */
function withCrossings(
  values: Float64Array,
  x: (index: number) => number,
  y: (value: number) => number,
  middle: number,
): Point[] {
  const points: Point[] = [];
  for (const [index, value] of values.entries()) {
    const next = { x: x(index), y: Number.isFinite(value) ? y(value) : Number.NaN };
    const last = points.at(-1);
    if (last !== undefined && (last.y - middle) * (next.y - middle) < 0) {
      const share = (middle - last.y) / (next.y - last.y);
      points.push({ x: last.x + share * (next.x - last.x), y: middle });
    }
    points.push(next);
  }
  return points;
}
