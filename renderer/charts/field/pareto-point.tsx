import type { ReactElement } from 'react';
import { type ChartTheme, seriesColour } from '../chart-theme.ts';
import type { NumberAxis } from '../parts/number-axis.ts';
import { px } from '../parts/px.ts';
import { Whisker } from '../parts/whisker.tsx';
import type { ParetoCandidate } from './pareto-subject.ts';

interface ParetoPointProps {
  readonly candidate: ParetoCandidate;
  /** The scenario as it is. */
  readonly base: boolean;
  readonly marked: 'no' | 'cursor' | 'selected';
  readonly xAxis: NumberAxis;
  readonly yAxis: NumberAxis;
  readonly theme: ChartTheme;
}

/** A filled dot on the frontier, a hollow one behind it, a cross where a constraint is missed, a square as it is. */
export function ParetoPoint({
  candidate,
  base,
  marked,
  xAxis,
  yAxis,
  theme,
}: ParetoPointProps): ReactElement {
  const { x, y, feasible, onFront } = candidate;
  const [atX, atY] = [xAxis.at(x.value), yAxis.at(y.value)];
  const colour = base ? theme.base : onFront && feasible ? seriesColour(theme, 0) : theme.muted;
  return (
    <g data-part={base ? 'as-it-is' : onFront && feasible ? 'on-front' : feasible ? 'behind' : 'infeasible'}>
      {marked !== 'no' && x.interval !== undefined && (
        <Whisker
          from={xAxis.at(x.interval.low)}
          to={xAxis.at(x.interval.high)}
          at={atY}
          colour={theme.text}
        />
      )}
      {marked !== 'no' && y.interval !== undefined && (
        <Whisker
          from={yAxis.at(y.interval.low)}
          to={yAxis.at(y.interval.high)}
          at={atX}
          colour={theme.text}
          vertical
        />
      )}
      {base ? (
        <rect x={px(atX - 5)} y={px(atY - 5)} width={10} height={10} fill={colour} />
      ) : feasible ? (
        <circle
          cx={px(atX)}
          cy={px(atY)}
          r={onFront ? 5 : 4}
          fill={onFront ? colour : theme.background}
          stroke={colour}
          strokeWidth={1.5}
        />
      ) : (
        <path
          d={`M${px(atX - 4)},${px(atY - 4)}l8,8M${px(atX - 4)},${px(atY + 4)}l8,-8`}
          stroke={colour}
          strokeWidth={1.5}
        />
      )}
      {marked !== 'no' && (
        <circle
          cx={px(atX)}
          cy={px(atY)}
          r={9}
          fill="none"
          stroke={theme.text}
          strokeWidth={marked === 'selected' ? 2 : 1.25}
          data-part={marked}
        />
      )}
    </g>
  );
}
