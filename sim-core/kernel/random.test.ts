import { describe, expect, it } from 'vitest';
import { stream, uniform } from './random.ts';

const agents = 1 << 16;

/** Chi-square statistic of counts against equal expectation, as a normal deviate. */
function deviate(counts: readonly number[]): number {
  const total = counts.reduce((a, b) => a + b, 0);
  const expected = total / counts.length;
  const chi2 = counts.reduce((a, n) => a + (n - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  return (chi2 - freedom) / Math.sqrt(2 * freedom);
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (v: readonly number[]) => v.reduce((a, b) => a + b, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  const covariance = x.reduce((a, v, i) => a + (v - mx) * ((y[i] ?? 0) - my), 0);
  const spread = (v: readonly number[], m: number) => Math.sqrt(v.reduce((a, b) => a + (b - m) ** 2, 0));
  return covariance / spread(x, mx) / spread(y, my);
}

function draw(seed: string, id: string, tick: number, question: number, count = agents): number[] {
  const s = stream(seed, id);
  s.turn(tick, question);
  return Array.from({ length: count }, (_, agent) => uniform(s.k0, s.k1, agent));
}

describe('counter-based streams', () => {
  it('depends on all of seed, mechanism, tick, draw and agent, and on nothing else', () => {
    const base = draw('1', 'a', 3, 0, 4);
    expect(draw('1', 'a', 3, 0, 4)).toEqual(base);
    for (const other of [
      draw('2', 'a', 3, 0, 4),
      draw('1', 'b', 3, 0, 4),
      draw('1', 'a', 4, 0, 4),
      draw('1', 'a', 3, 1, 4),
    ]) {
      for (let i = 0; i < 4; i++) expect(other[i]).not.toBe(base[i]);
    }
  });

  it('has the published first numbers, so that an engine cannot drift unseen', () => {
    expect(draw('1', 'supply.rational-entry', 0, 0, 3)).toMatchInlineSnapshot(`
      [
        0.8929560512769967,
        0.2784974107053131,
        0.8203957816585898,
      ]
    `);
  });

  it('is uniform over agents, over ticks, and in pairs', () => {
    const cells = (us: readonly number[]): number[] => {
      const counts: number[] = Array(256).fill(0);
      for (const u of us) counts[Math.floor(u * 256)] = (counts[Math.floor(u * 256)] ?? 0) + 1;
      return counts;
    };
    for (const tick of [0, 1, 2, 1000])
      expect(Math.abs(deviate(cells(draw('7', 'x', tick, 0))))).toBeLessThan(4.5);
    const s = stream('7', 'x');
    const overTicks = Array.from({ length: agents }, (_, tick) => {
      s.turn(tick, 0);
      return s.uniform(12_345);
    });
    expect(Math.abs(deviate(cells(overTicks)))).toBeLessThan(4.5);
    const us = draw('7', 'x', 5, 0, 1 << 17);
    const pairs = Array(1024).fill(0);
    for (let i = 0; i + 1 < us.length; i += 2)
      pairs[Math.floor((us[i] ?? 0) * 32) * 32 + Math.floor((us[i + 1] ?? 0) * 32)]++;
    expect(Math.abs(deviate(pairs))).toBeLessThan(4.5);
  });

  it('is independent between neighbours, ticks, draws, mechanisms and seeds', () => {
    const base = draw('3', 'x', 10, 0);
    const others = [
      base.slice(1).concat(base.slice(0, 1)),
      draw('3', 'x', 11, 0),
      draw('3', 'x', 10, 1),
      draw('3', 'y', 10, 0),
      draw('4', 'x', 10, 0),
      draw('3', 'x', 11, 1),
    ];
    // 4.5 standard errors of a correlation over 65,536 pairs.
    for (const other of others)
      expect(Math.abs(correlation(base, other))).toBeLessThan(4.5 / Math.sqrt(agents));
  });

  it('never leaves [0, 1) and gives normals of mean 0 and deviation 1', () => {
    const s = stream('9', 'n');
    s.turn(0, 0);
    const zs = Array.from({ length: agents }, (_, agent) => s.normal(agent));
    const mean = zs.reduce((a, b) => a + b, 0) / agents;
    const sd = Math.sqrt(zs.reduce((a, b) => a + (b - mean) ** 2, 0) / agents);
    expect(Math.abs(mean)).toBeLessThan(4.5 / Math.sqrt(agents));
    expect(Math.abs(sd - 1)).toBeLessThan(4.5 / Math.sqrt(2 * agents));
    for (const u of draw('1', 'e', 0, 0)) expect(u >= 0 && u < 1).toBe(true);
  });
});
