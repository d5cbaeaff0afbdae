import { bareQuantity, quantity } from '../../ui/number-format.ts';
import type { ResponseLineSubject, ResponsePoint } from './response-line-subject.ts';

/** Less than this part of the largest size is no change. */
const little = 0.01;

/** What the parameter does: "Active providers: up from 120k to 184k units as Reward goes from 1 to 3 USD". */
export function responseFinding({ title, unit, x, points, level }: ResponseLineSubject): string {
  const known = points.filter(({ value }) => Number.isFinite(value));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return `${title}: no case has a number`;
  if (known.length === 1)
    return `${title}: ${quantity(first.value, unit)} at ${x.label} ${quantity(first.x, x.unit)}`;
  const across = `as ${x.label} goes from ${bareQuantity(first.x, x.unit)} to ${quantity(last.x, x.unit)}`;
  const crossings = level === undefined ? [] : crossed(known, level.value);
  const [crossing] = crossings;
  if (level !== undefined && crossing !== undefined && crossings.length === 1) {
    const way = last.value > first.value ? 'above' : 'below';
    return `${title}: ${way} ${bareQuantity(level.value, unit)} from a ${x.label} of about ${quantity(crossing, x.unit)}`;
  }
  const ordered = [...known].sort((a, b) => a.value - b.value);
  const [lowest, highest] = [ordered[0] ?? first, ordered.at(-1) ?? last];
  const size = Math.max(Math.abs(lowest.value), Math.abs(highest.value));
  if (highest.value - lowest.value <= little * size)
    return `${title}: about ${quantity(last.value, unit)} throughout, ${across}`;
  const inside = (point: ResponsePoint) => point !== first && point !== last;
  const clearly = (a: ResponsePoint, b: ResponsePoint) =>
    Math.abs(a.value - b.value) > 0.05 * (highest.value - lowest.value);
  if (inside(highest) && clearly(highest, first) && clearly(highest, last))
    return `${title}: highest at ${x.label} ${quantity(highest.x, x.unit)}: ${quantity(highest.value, unit)}`;
  if (inside(lowest) && clearly(lowest, first) && clearly(lowest, last))
    return `${title}: lowest at ${x.label} ${quantity(lowest.x, x.unit)}: ${quantity(lowest.value, unit)}`;
  const way = last.value > first.value ? 'up' : 'down';
  return `${title}: ${way} from ${bareQuantity(first.value, unit)} to ${quantity(last.value, unit)} ${across}`;
}

/** Where straight lines between the points cross a level. */
function crossed(points: readonly ResponsePoint[], level: number): number[] {
  return points.slice(1).flatMap((next, index) => {
    const last = points[index] ?? next;
    if ((last.value - level) * (next.value - level) >= 0) return [];
    return [last.x + ((level - last.value) / (next.value - last.value)) * (next.x - last.x)];
  });
}
