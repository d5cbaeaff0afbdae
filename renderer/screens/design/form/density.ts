import type { Distribution } from '../../../../sim-core/contract/parameter.ts';

/** How often values occur: points of a curve, `x` in the unit of the parameter, `y` 0 to 1 of its highest. */
export interface Density {
  readonly from: number;
  readonly to: number;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const steps = 48;

/** The shape of a distribution, over the part of its range where nearly all of it lies. `min` and `max` bound what is drawn. */
export function density(distribution: Distribution, min: number, max: number): Density {
  const [low, high] = spanOf(distribution);
  const from = Math.max(min, low);
  const to = Math.max(from, Math.min(max, high));
  if (to === from) return { from, to, points: [{ x: from, y: 1 }] };
  if (distribution.kind === 'empirical') return histogram(distribution.values, from, to);
  const heightAt = heightOf(distribution);
  const raw = Array.from({ length: steps + 1 }, (_, index) => {
    const x = from + ((to - from) * index) / steps;
    return { x, y: heightAt(x) };
  });
  const highest = Math.max(...raw.map(({ y }) => y));
  return { from, to, points: raw.map(({ x, y }) => ({ x, y: highest > 0 ? y / highest : 0 })) };
}

function spanOf(distribution: Distribution): readonly [number, number] {
  switch (distribution.kind) {
    case 'fixed':
      return [distribution.value, distribution.value];
    case 'uniform':
    case 'triangular':
      return [distribution.min, distribution.max];
    case 'normal':
      return [distribution.mean - 3 * distribution.sd, distribution.mean + 3 * distribution.sd];
    case 'lognormal': {
      const spread = Math.exp(2.5 * distribution.sigma);
      return [distribution.median / spread, distribution.median * spread];
    }
    case 'empirical':
      return [Math.min(...distribution.values), Math.max(...distribution.values)];
  }
}

function heightOf(
  distribution: Exclude<Distribution, { readonly kind: 'empirical' }>,
): (x: number) => number {
  switch (distribution.kind) {
    case 'fixed':
    case 'uniform':
      return () => 1;
    case 'triangular': {
      const { min, mode, max } = distribution;
      return (x) =>
        (x <= mode ? (x - min) / (mode - min || 1) : (max - x) / (max - mode || 1)) || (x === mode ? 1 : 0);
    }
    case 'normal': {
      const { mean, sd } = distribution;
      return (x) => Math.exp(-0.5 * ((x - mean) / (sd || 1)) ** 2);
    }
    case 'lognormal': {
      const { median, sigma } = distribution;
      return (x) => (x > 0 ? Math.exp(-0.5 * (Math.log(x / median) / (sigma || 1)) ** 2) / x : 0);
    }
  }
}

const bins = 16;

function histogram(values: readonly number[], from: number, to: number): Density {
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(((value - from) / (to - from)) * bins)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const highest = Math.max(...counts);
  const width = (to - from) / bins;
  return {
    from,
    to,
    points: counts.flatMap((count, bin) => [
      { x: from + bin * width, y: count / highest },
      { x: from + (bin + 1) * width, y: count / highest },
    ]),
  };
}
