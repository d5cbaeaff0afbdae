import type { RangedFactor } from '../../../../sim-core/contract/design.ts';
import type { Parameter, ParameterValue } from '../../../../sim-core/contract/parameter.ts';

/** A number of a scenario that can be varied: a parameter, or the middle of a distribution. */
export interface VariedNumber {
  readonly path: string;
  readonly value: number;
  /** As declared. */
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
}

/** True for what says how finely the network is computed, which is no property of it. */
export const isResolution = ({ unit }: { readonly unit: string }): boolean => unit === 'row';

/** The number behind a parameter; where it has none that stands for it, why not. */
export function variedNumber(
  path: string,
  value: ParameterValue,
  parameter: Parameter,
): VariedNumber | string {
  const of = (name: string, number: number, integer = false): VariedNumber | string =>
    'min' in parameter
      ? { path: `${path}${name}`, value: number, min: parameter.min, max: parameter.max, integer }
      : '';
  if (parameter.kind === 'number' && typeof value === 'number')
    return of('', value, parameter.integer === true);
  if (parameter.kind === 'distribution' && typeof value === 'object' && 'kind' in value) {
    if (value.kind === 'fixed') return of('', value.value);
    if (value.kind === 'lognormal') return of('.median', value.median);
    if (value.kind === 'normal') return of('.mean', value.mean);
    if (value.kind === 'triangular') return 'it is a triangle: vary its corners by name';
    return 'it is a spread without a middle: vary its parts by name';
  }
  return kindsLeftOut[parameter.kind];
}

const kindsLeftOut: Readonly<Record<Parameter['kind'], string>> = {
  number: 'it has no number',
  distribution: 'it has no number',
  date: 'it is a date',
  choice: 'it is a choice: give its options, as path=a|b',
  series: 'it is a series',
  table: 'it is a table',
};

/** Half and double of a value: what is assumed is seldom known better. */
const narrowest = 0.5;
const widest = 2;

/**
 * The range that a number is tried in where nobody says another: half to double its value, inside its declared range; in
 * equal ratios, so that the value is in the middle. Where that is no range, why not.
 */
export function usualRange({ path, value, min, max, integer }: VariedNumber): RangedFactor | string {
  if (value === 0) return 'it is 0, which has no half and no double: give its range, as path=min..max';
  const [a, b] = [value * narrowest, value * widest].sort((one, other) => one - other);
  const whole = (number: number, round: (number: number) => number): number =>
    integer ? round(number) : number;
  const low = whole(Math.max(min, a ?? value), Math.ceil);
  const high = whole(Math.min(max, b ?? value), Math.floor);
  if (low >= high) return 'its declared range leaves no room around its value';
  const scale = low > 0 ? 'log' : 'linear';
  return { path, min: low, max: high, scale, ...(integer ? { integer } : {}) };
}
