import type { Parameter } from '../../../sim-core/contract/parameter.ts';
import { fullNumber, shortNumber } from '../../ui/number-format.ts';
import { isoDay } from '../../ui/time-format.ts';

/** The default of a parameter, in words. */
export function defaultText(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'number':
      return fullNumber(parameter.default);
    case 'date':
      return isoDay(parameter.default);
    case 'choice':
      return parameter.default;
    case 'distribution': {
      const { kind, ...parts } = parameter.default;
      const said = Object.entries(parts).map(([name, value]) =>
        typeof value === 'number' ? `${name} ${fullNumber(value)}` : `${name}: ${value.length}`,
      );
      return `${kind}, ${said.join(', ')}`;
    }
    case 'series':
      return parameter.default === undefined
        ? 'from the scenario'
        : parameter.default.values.map(fullNumber).join(', ');
    case 'table':
      return parameter.default === undefined ? 'from the scenario' : 'a table';
  }
}

/** What is allowed, in words. */
export function rangeText(parameter: Parameter): string {
  if (parameter.kind === 'choice') return parameter.options.join(', ');
  if (parameter.kind === 'table') return Object.keys(parameter.columns).join(', ');
  if (parameter.kind === 'date') return 'any day';
  return `${shortNumber(parameter.min)} to ${shortNumber(parameter.max)}`;
}
