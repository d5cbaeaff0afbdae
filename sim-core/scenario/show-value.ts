import type { Distribution, Parameter, ParameterValue } from '../contract/parameter.ts';
import { isoDate } from '../kernel/calendar.ts';

/** A value in words, such as `60,000,000 token/year` or `lognormal, median 365 day, sigma 0.5`. */
export function showValue(value: ParameterValue, parameter: Parameter): string {
  const unit = parameter.unit === '1' ? '' : ` ${parameter.unit}`;
  if (typeof value === 'string') return value;
  if (typeof value === 'number')
    return parameter.kind === 'date' ? isoDate(value) : `${showNumber(value)}${unit}`;
  if (isDistribution(value)) return showDistribution(value, unit);
  if ('days' in value && 'values' in value) return showSeries(value.days, value.values, unit);
  const columns = Object.entries(value);
  const rows = columns[0]?.[1].length ?? 0;
  return `table of ${rows} rows: ${columns.map(([name]) => name).join(', ')}`;
}

/** Digits in groups of three, at most twelve that matter. */
function showNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 12 });
}

function isDistribution(value: object): value is Distribution {
  return 'kind' in value && typeof value.kind === 'string';
}

function showDistribution(value: Distribution, unit: string): string {
  switch (value.kind) {
    case 'fixed':
      return `${showNumber(value.value)}${unit}`;
    case 'uniform':
      return `uniform, ${showNumber(value.min)} to ${showNumber(value.max)}${unit}`;
    case 'triangular':
      return `triangular, ${showNumber(value.min)} to ${showNumber(value.max)}, most often ${showNumber(value.mode)}${unit}`;
    case 'normal':
      return `normal, mean ${showNumber(value.mean)}${unit}, sd ${showNumber(value.sd)}`;
    case 'lognormal':
      return `lognormal, median ${showNumber(value.median)}${unit}, sigma ${showNumber(value.sigma)}`;
    case 'empirical':
      return `one of ${value.values.length} values${unit}, each equally likely`;
  }
}

/** Steps beyond these are counted instead of listed. */
const listed = 4;

function showSeries(days: readonly unknown[], values: readonly unknown[], unit: string): string {
  const at = (index: number) => `${showNumber(Number(values[index]))}${unit}`;
  if (days.length === 1) return at(0);
  const date = (index: number) => isoDate(Number(days[index]));
  if (days.length > listed) return `${days.length} steps, ${date(0)} to ${date(days.length - 1)}`;
  return days.map((_, index) => (index === 0 ? at(0) : `from ${date(index)} ${at(index)}`)).join(', ');
}
