import type { ReactElement } from 'react';
import { dateTicks } from '../../../charts/plot-layout.ts';
import type { Annotation } from '../../../state/timeline/annotation.ts';

interface TrackMarksProps {
  readonly annotations: readonly Annotation[];
  readonly startDay: number;
  readonly ticks: number;
  /** Days that are simulated. */
  readonly known: number;
  readonly tick: number;
  /** Px. */
  readonly width: number;
}

/** Px: marks above the line, dates below it. */
const line = 22;
export const trackHeight = 44;

/** The line of days with what happens on them, and the day that is looked at. Decoration: the slider says it in words. */
export function TrackMarks({
  annotations,
  startDay,
  ticks,
  known,
  tick,
  width,
}: TrackMarksProps): ReactElement {
  const x = (day: number) => (day / Math.max(1, ticks - 1)) * width;
  return (
    <svg className="track" width={width} height={trackHeight} aria-hidden="true">
      {annotations.map(({ tick: from, until, kind, text }) =>
        until === undefined ? null : (
          <rect
            key={`${kind} ${from} ${text}`}
            className={`track-span mark-${kind}`}
            x={x(from)}
            y={line - 14}
            width={Math.max(2, x(until) - x(from))}
            height={14}
          />
        ),
      )}
      <line className="track-line" x1={0} x2={width} y1={line} y2={line} />
      <line className="track-known" x1={0} x2={x(Math.max(0, known - 1))} y1={line} y2={line} />
      {dateTicks({ startDay, ticks }, 0, width)
        .filter(({ at }) => at === 0 || (at > 44 && at < width - 24))
        .map(({ at, text }) => (
          <g key={at}>
            <line className="track-tick" x1={at} x2={at} y1={line} y2={line + 5} />
            <text x={at} y={line + 18} textAnchor={at === 0 ? 'start' : 'middle'}>
              {text}
            </text>
          </g>
        ))}
      {annotations.map(({ tick: at, kind, text }) => (
        <path key={`${kind} ${at} ${text}`} className={`track-mark mark-${kind}`} d={shapeOf(kind, x(at))}>
          <title>{text}</title>
        </path>
      ))}
      <line className="track-now" x1={x(tick)} x2={x(tick)} y1={2} y2={line + 4} />
      <circle className="track-thumb" cx={x(tick)} cy={line} r={7} />
    </svg>
  );
}

/** Each kind has a shape of its own, so that colour is never alone. */
function shapeOf(kind: Annotation['kind'], x: number): string {
  const y = 10;
  if (kind === 'shock') return `M${x},${y - 6}L${x + 5},${y + 4}H${x - 5}Z`;
  if (kind === 'halving') return `M${x - 5},${y}A5,5 0 0 1 ${x + 5},${y}Z M${x},${y}V${line}`;
  if (kind === 'change') return `M${x - 4},${y - 4}h8v8h-8Z`;
  return `M${x - 5},${y}a5,5 0 1 0 10,0a5,5 0 1 0 -10,0Z`;
}
