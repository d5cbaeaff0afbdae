import { contours } from 'd3';

/**
 * The line on which a verdict holds in half of the seeds, in cells: (0, 0) is the corner of the first value of both axes,
 * (columns, rows) the opposite one. Pieces of two points each; the edge of the grid is no boundary.
 */
export function verdictBoundary(
  shares: Float64Array,
  columns: number,
  rows: number,
): readonly (readonly [Point, Point])[] {
  if (columns < 2 || rows < 2) return [];
  // A rim of the outermost values, so that the line goes on to the edge as it comes; what is not known counts as not holding.
  const [wide, high] = [columns + 2, rows + 2];
  const inside = (place: number, count: number) => Math.min(count, Math.max(1, place)) - 1;
  const known = Array.from({ length: wide * high }, (_, cell) => {
    const row = inside(Math.floor(cell / wide), rows);
    const share = shares[row * columns + inside(cell % wide, columns)] ?? 0;
    return Number.isNaN(share) ? 0 : share;
  });
  const { coordinates } = contours().size([wide, high]).contour(known, 0.5);
  const onRim = ([x = 0, y = 0]: readonly number[]) =>
    x <= 0.5 || y <= 0.5 || x >= wide - 0.5 || y >= high - 0.5;
  const pointOf = ([x = 0, y = 0]: readonly number[]): Point => [
    Math.min(columns, Math.max(0, x - 1)),
    Math.min(rows, Math.max(0, y - 1)),
  ];
  return coordinates.flatMap((polygon) =>
    polygon.flatMap((ring) =>
      ring.slice(1).flatMap((to, index): (readonly [Point, Point])[] => {
        const from = ring[index];
        return from === undefined || (onRim(from) && onRim(to)) ? [] : [[pointOf(from), pointOf(to)]];
      }),
    ),
  );
}

type Point = readonly [x: number, y: number];
