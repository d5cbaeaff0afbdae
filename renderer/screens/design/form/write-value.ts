import type { Distribution, ParameterValue } from '../../../../sim-core/contract/parameter.ts';
import { isoDay } from '../../../ui/time-format.ts';
import { isDistribution, isSeries } from './value-kind.ts';

/** A value as a scenario's file writes it, without its unit; undefined for a table, which only a file can hold. */
export function writeValue(value: ParameterValue, kind: string): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return kind === 'date' ? isoDay(value) : String(value);
  if (isDistribution(value)) return writeDistribution(value);
  if (!isSeries(value)) return undefined;
  const { days, values } = value;
  if (values.length === 1) return String(values[0]);
  return `{ ${days.map((day, index) => `${isoDay(day)}: ${values[index]}`).join(', ')} }`;
}

function writeDistribution(value: Distribution): string {
  switch (value.kind) {
    case 'fixed':
      return String(value.value);
    case 'empirical':
      return `{ empirical: [${value.values.join(', ')}] }`;
    default: {
      const { kind, ...numbers } = value;
      const written = Object.entries(numbers).map(([name, each]) => `${name}: ${each}`);
      return `{ ${kind}: { ${written.join(', ')} } }`;
    }
  }
}
