/** A point in px. */
type Point = readonly [x: number, y: number];

/** Points nearer than this to the line drawn without them are left out: under half of the thinnest line, in px. */
const tolerance = 0.4;

/**
 * The path of a picture that is to be kept: the same line to within 0.4 px, in as few characters as that allows.
 * @param d straight lines only: `M`, `L` and `Z` with absolute coordinates in px, as the charts write them
 */
export function shortPath(d: string): string {
  return (d.match(/M[^M]*/g) ?? []).map(shortPart).join('');
}

/** One line, or one area that ends in `Z`; relative steps in tenths of a px. */
function shortPart(part: string): string {
  const points = thinned(pointsOf(part));
  const [first] = points;
  if (first === undefined) return '';
  let [x, y] = tenths(first);
  let text = `M${x / 10},${y / 10}`;
  for (const point of points.slice(1)) {
    const [nextX, nextY] = tenths(point);
    text += stepTo(nextX - x, nextY - y);
    [x, y] = [nextX, nextY];
  }
  return part.endsWith('Z') ? `${text}Z` : text;
}

const tenths = ([x, y]: Point): [number, number] => [Math.round(x * 10), Math.round(y * 10)];

const stepTo = (dx: number, dy: number): string => {
  if (dx === 0 && dy === 0) return '';
  if (dy === 0) return `h${short(dx)}`;
  return dx === 0 ? `v${short(dy)}` : `l${short(dx)},${short(dy)}`;
};

/** Without the zero before a point, which SVG does not need. */
const short = (inTenths: number): string => String(inTenths / 10).replace(/^(-?)0\./, '$1.');

const pointsOf = (part: string): Point[] =>
  [...part.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

/** Ramer, Douglas and Peucker: between two points that stay, the farthest stays too if it is farther than the tolerance. */
function thinned(points: readonly Point[]): Point[] {
  const stays = new Uint8Array(points.length);
  const parts: [from: number, to: number][] = [[0, points.length - 1]];
  stays[0] = 1;
  stays[points.length - 1] = 1;
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const [from, to] = part;
    const farthest = farthestBetween(points, from, to);
    if (farthest === undefined) continue;
    stays[farthest] = 1;
    parts.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, index) => stays[index] === 1);
}

function farthestBetween(points: readonly Point[], from: number, to: number): number | undefined {
  const [start, end] = [points[from], points[to]];
  if (start === undefined || end === undefined) return undefined;
  let most = tolerance;
  let farthest: number | undefined;
  for (let index = from + 1; index < to; index += 1) {
    const distance = distanceTo(points[index] ?? start, start, end);
    if (distance > most) [most, farthest] = [distance, index];
  }
  return farthest;
}

/** From a point to the stretch between two others. */
function distanceTo([x, y]: Point, [startX, startY]: Point, [endX, endY]: Point): number {
  const [dx, dy] = [endX - startX, endY - startY];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - startX) * dx + (y - startY) * dy) / length;
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x - startX - at * dx, y - startY - at * dy);
}
