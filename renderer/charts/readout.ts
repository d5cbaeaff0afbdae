import { bareQuantity, quantity } from '../ui/number-format.ts';
import { isoDay } from '../ui/time-format.ts';
import type { ChartSubject, PlotSeries } from './plot-data.ts';

/** The values of one day in a line: "2024-03-01: median 1.2k units, 50 % 1k to 1.4k, 90 % 0.8k to 1.9k". */
export function readout({ series, span, unit }: ChartSubject, tick: number): string {
  const parts = series.flatMap((one) => partsOf(one, unit, tick, series.length > 1));
  const day = isoDay(span.startDay + tick);
  return parts.length === 0 ? `${day}: not simulated yet` : `${day}: ${parts.join(', ')}`;
}

function partsOf({ label, fan, paths }: PlotSeries, unit: string, tick: number, named: boolean): string[] {
  const at = (values: Float64Array) => values[tick] ?? Number.NaN;
  const name = named ? label : fan === undefined ? '' : 'median';
  if (fan !== undefined) {
    const median = `${name} ${quantity(at(fan.median), unit)}`;
    if (fan.seeds < 2 || at(fan.p95) === at(fan.p5)) return [median];
    const half = `50 % ${bareQuantity(at(fan.p25), unit)} to ${bareQuantity(at(fan.p75), unit)}`;
    return [
      median,
      ...(named ? [] : [half]),
      `90 % ${bareQuantity(at(fan.p5), unit)} to ${bareQuantity(at(fan.p95), unit)}`,
    ];
  }
  return paths
    .filter(({ done }) => tick < done)
    .map(({ seed, values }) => `${named ? `${label}, ` : ''}seed ${seed} ${quantity(at(values), unit)}`);
}
