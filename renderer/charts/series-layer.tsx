import type { ReactElement } from 'react';
import type { Path, PlotSeries } from './plot-data.ts';
import type { PlotLayout } from './plot-layout.ts';
import { bandPath, linePath } from './svg-path.ts';

interface SeriesLayerProps {
  readonly series: PlotSeries;
  readonly layout: PlotLayout;
  readonly colour: string;
  readonly dash: string;
  /** Of the real paths that stand beside a fan. */
  readonly pathColour: string;
  readonly bands: readonly ('50' | '90')[];
}

/** Bands below, real paths above them, the median on top. */
export function SeriesLayer({
  series,
  layout,
  colour,
  dash,
  pathColour,
  bands,
}: SeriesLayerProps): ReactElement {
  const { fan, paths } = series;
  const width = fan === undefined && paths.length === 1 ? 1.75 : 1;
  const line = { fill: 'none', strokeLinejoin: 'round' } as const;
  return (
    <g>
      {fan !== undefined && bands.includes('90') && (
        <path d={bandPath(fan.p5, fan.p95, layout)} fill={colour} fillOpacity={0.16} data-part="band-90" />
      )}
      {fan !== undefined && bands.includes('50') && (
        <path d={bandPath(fan.p25, fan.p75, layout)} fill={colour} fillOpacity={0.26} data-part="band-50" />
      )}
      {paths.map(({ seed, values, done }) => (
        <path
          {...line}
          key={seed}
          d={linePath(values, done, layout)}
          stroke={fan === undefined ? colour : pathColour}
          strokeWidth={width}
          strokeDasharray={dash}
          data-part="path"
        />
      ))}
      {paths.map((path) => (
        <Tip key={path.seed} path={path} layout={layout} colour={colour} />
      ))}
      {fan !== undefined && (
        <path
          {...line}
          d={linePath(fan.median, fan.median.length, layout)}
          stroke={colour}
          strokeWidth={2}
          strokeDasharray={dash}
          data-part="median"
        />
      )}
    </g>
  );
}

/** Where a path that still grows has come to. */
function Tip({ path, layout, colour }: TipProps): ReactElement | null {
  const { values, done } = path;
  const value = values[done - 1];
  if (done >= values.length || value === undefined || !Number.isFinite(value)) return null;
  return <circle cx={layout.x(done - 1)} cy={layout.y(value)} r={3} fill={colour} data-part="tip" />;
}

interface TipProps {
  readonly path: Path;
  readonly layout: PlotLayout;
  readonly colour: string;
}
