import type { ReactElement } from 'react';
import type { Distribution } from '../../../../sim-core/contract/parameter.ts';
import { shortNumber } from '../../../ui/number-format.ts';
import { density } from './density.ts';

interface DensitySketchProps {
  readonly value: Distribution;
  readonly min: number;
  readonly max: number;
}

const size = { width: 120, height: 28 } as const;

/** How often which value occurs, small. */
export function DensitySketch({ value, min, max }: DensitySketchProps): ReactElement {
  const { from, to, points } = density(value, min, max);
  const x = (at: number) => (to > from ? ((at - from) / (to - from)) * size.width : size.width / 2);
  const y = (height: number) => size.height - height * (size.height - 2);
  const line = points.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join('L');
  const single = points.length === 1;
  return (
    <div className="density" aria-hidden="true">
      <svg aria-hidden="true" viewBox={`0 0 ${size.width} ${size.height}`} preserveAspectRatio="none">
        <path
          className="density-area"
          d={single ? '' : `M0,${size.height}L${line}L${size.width},${size.height}Z`}
        />
        <path className="density-line" d={single ? `M${size.width / 2},${size.height}V2` : `M${line}`} />
      </svg>
      <div>
        <span>{shortNumber(from)}</span>
        {!single && <span>{shortNumber(to)}</span>}
      </div>
    </div>
  );
}
