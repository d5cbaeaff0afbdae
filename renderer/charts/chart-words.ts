import { bareQuantity, quantity, unitWords } from '../ui/number-format.ts';
import { isoDay } from '../ui/time-format.ts';
import { finding } from './finding.ts';
import type { ChartSubject, PlotSeries } from './plot-data.ts';
import { lastOf } from './series-labels.ts';

/** The line below the title: definition and unit. */
export function subtitle({ definition, unit }: ChartSubject): string {
  const words = unit === 'share' ? '%' : unitWords(unit);
  const sentence = definition.replace(/\.$/, '');
  return words === '' ? sentence : `${sentence} (${words})`;
}

/** What the picture says, in a sentence for people who do not see it. */
export function summary(subject: ChartSubject): string {
  const { series, span, unit } = subject;
  const end = isoDay(span.startDay + span.ticks - 1);
  const parts = series.flatMap((one) => describe(one, unit, series.length > 1));
  if (parts.length === 0) return `${subject.title}: nothing simulated yet.`;
  return `${finding(subject)}. ${isoDay(span.startDay)} to ${end}: ${parts.join('; ')}.`;
}

function describe(one: PlotSeries, unit: string, named: boolean): string[] {
  const { fan, paths, label } = one;
  const name = named ? `${label}, ` : '';
  if (fan === undefined) {
    return paths.flatMap(({ seed, values, done }) => {
      const last = lastOf(values, done);
      return last === undefined
        ? []
        : `${name}seed ${seed} reaches ${quantity(last, unit)} after ${done} days`;
    });
  }
  const end = (values: Float64Array) => lastOf(values, values.length);
  const median = end(fan.median);
  const low = end(fan.p5);
  const high = end(fan.p95);
  if (median === undefined || low === undefined || high === undefined) return [];
  const at = `${name}median of ${fan.seeds} seeds ends at ${quantity(median, unit)}`;
  if (fan.seeds < 2 || high - low <= Math.abs(median) * 1e-9) return [at];
  return [`${at}, in 9 of 10 between ${bareQuantity(low, unit)} and ${quantity(high, unit)}`];
}
