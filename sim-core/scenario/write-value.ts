import type { Distribution, Parameter, ParameterValue } from '../contract/parameter.ts';
import { isoDate } from '../kernel/calendar.ts';

/**
 * A value on one line as `setParameter` reads it: `300 day`, `2023-04-24`, `{lognormal: {median: 300, sigma: 0.4}}`. Undefined where
 * it takes more than a line (a series of several steps, a table): that needs a file.
 */
export function writeValue(value: ParameterValue, { kind, unit }: Parameter): string | undefined {
  const withUnit = (written: number) => (unit === '1' ? String(written) : `${written} ${unit}`);
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return kind === 'date' ? isoDate(value) : withUnit(value);
  if (isDistribution(value)) return value.kind === 'fixed' ? withUnit(value.value) : writeDistribution(value);
  const { days, values } = value;
  const [first] = values ?? [];
  return kind === 'series' && days?.length === 1 && typeof first === 'number' ? withUnit(first) : undefined;
}

const isDistribution = (value: object): value is Distribution =>
  'kind' in value && typeof value.kind === 'string';

/** Longer lists belong in a file. */
const longestList = 12;

function writeDistribution(
  distribution: Exclude<Distribution, { readonly kind: 'fixed' }>,
): string | undefined {
  if (distribution.kind === 'empirical') {
    const { values } = distribution;
    return values.length > longestList ? undefined : `{empirical: [${values.join(', ')}]}`;
  }
  const { kind, ...parts } = distribution;
  const written = Object.entries(parts).map(([name, part]) => `${name}: ${part}`);
  return `{${kind}: {${written.join(', ')}}}`;
}
