import { describe, expect, it } from 'vitest';
import type { SeedResult } from '../../sim-core/contract/run.ts';
import { createLiveSpreads } from './live-spreads.ts';

const result = (seed: number): SeedResult => ({
  seed: String(seed),
  columns: [Float64Array.of(seed, seed * 10)],
  breakdowns: [Float64Array.of(seed, Number.NaN, -seed)],
  digest: '',
});

describe('spreads of finished seeds', () => {
  it('leave for later what there is no time for, and say so', () => {
    let time = 0;
    let more = 0;
    const onMore = () => {
      more += 1;
    };
    const spreads = createLiveSpreads({ seeds: 5, allowance: { left: () => time-- > 0 }, onMore });
    for (const seed of [1, 2, 3, 4, 5]) spreads.add(result(seed));
    time = 2;
    expect(spreads.ofMetric(0)?.seeds).toBe(3);
    expect(more).toBe(1);
    expect(spreads.ofMetric(0)?.seeds).toBe(3);
    expect(more).toBe(2);
    time = 99;
    expect(spreads.ofMetric(0)).toMatchObject({ seeds: 5, median: Float64Array.of(3, 30) });
    expect(more).toBe(2);
  });

  it('take part of a spread that no seed is missing from any more only once', () => {
    const spreads = createLiveSpreads({ seeds: 2, allowance: { left: () => true }, onMore: () => {} });
    expect(spreads.ofMetric(0)).toBeUndefined();
    spreads.add(result(1));
    expect(spreads.ofMetric(0)?.seeds).toBe(1);
    spreads.add(result(3));
    const fan = spreads.ofMetric(0);
    expect(fan).toMatchObject({ seeds: 2, median: Float64Array.of(2, 20) });
    expect(spreads.ofMetric(0)).toBe(fan);
    expect(spreads.ofBreakdown(0)?.median).toEqual(Float64Array.of(2, Number.NaN, -2));
    expect(spreads.ofMetric(7)).toBeUndefined();
  });
});
