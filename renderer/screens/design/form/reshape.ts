import type { Distribution } from '../../../../sim-core/contract/parameter.ts';

export type Shape = Distribution['kind'];

export const shapes: readonly { readonly value: Shape; readonly text: string }[] = [
  { value: 'fixed', text: 'the same for all' },
  { value: 'uniform', text: 'uniform' },
  { value: 'triangular', text: 'triangular' },
  { value: 'normal', text: 'normal' },
  { value: 'lognormal', text: 'lognormal' },
  { value: 'empirical', text: 'list of values' },
];

/** The middle of a distribution and how far most of it reaches on either side. */
function middleOf(given: Distribution): { readonly middle: number; readonly reach: number } {
  switch (given.kind) {
    case 'fixed':
      return { middle: given.value, reach: Math.abs(given.value) / 4 };
    case 'uniform':
      return { middle: (given.min + given.max) / 2, reach: (given.max - given.min) / 2 };
    case 'triangular':
      return { middle: given.mode, reach: (given.max - given.min) / 2 };
    case 'normal':
      return { middle: given.mean, reach: 2 * given.sd };
    case 'lognormal':
      return { middle: given.median, reach: given.median * (Math.exp(given.sigma) - 1) };
    case 'empirical': {
      const sorted = [...given.values].sort((a, b) => a - b);
      const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
      return { middle, reach: ((sorted.at(-1) ?? middle) - (sorted[0] ?? middle)) / 2 };
    }
  }
}

/** Another shape around the same middle, inside the parameter's range: what a person begins with after choosing a shape. */
export function reshape(given: Distribution, shape: Shape, min: number, max: number): Distribution {
  if (given.kind === shape) return given;
  const { middle, reach } = middleOf(given);
  const at = (value: number): number => round(Math.min(max, Math.max(min, value)));
  const [low, mode, high] = [at(middle - reach), at(middle), at(middle + reach)];
  switch (shape) {
    case 'fixed':
      return { kind: 'fixed', value: mode };
    case 'uniform':
      return { kind: 'uniform', min: low, max: high };
    case 'triangular':
      return { kind: 'triangular', min: low, mode, max: high };
    case 'normal':
      return { kind: 'normal', mean: mode, sd: round(Math.min(max - min, reach / 2)) };
    case 'lognormal': {
      const median = mode > 0 ? mode : at(Math.max(min, (max - min) / 1000));
      return {
        kind: 'lognormal',
        median,
        sigma: round(Math.min(5, Math.log(1 + reach / (median || 1)) || 0.5)),
      };
    }
    case 'empirical':
      return { kind: 'empirical', values: [...new Set([low, mode, high])] };
  }
}

const round = (value: number): number => Number(value.toPrecision(4));
