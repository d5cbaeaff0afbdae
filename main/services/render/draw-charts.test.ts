import { describe, expect, it } from 'vitest';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { MetricDescription } from '../../../sim-core/contract/metric.ts';
import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { drawCharts } from './draw-charts.ts';

const ticks = 1826;
const metric = (id: string, title: string, unit: string): MetricDescription => ({
  id,
  title,
  unit,
  definition: 'What it is.',
  source: 'test',
});
const column = (value: (tick: number) => number) =>
  Float64Array.from({ length: ticks }, (_, tick) => value(tick));

/** Noise that is the same everywhere, 0 to 1. */
const noise = (tick: number, seed: number): number => ((tick * 7919 + seed * 104_729) % 1009) / 1009;

const batch: BatchResult = {
  metrics: [
    metric('providers.active', 'Active providers', 'unit'),
    metric('providers.payback', 'Payback', 'day'),
    metric('supply.minted', 'Minted', 'token/day'),
    metric('supply.burned', 'Burned', 'token/day'),
  ],
  breakdowns: [],
  sampleTicks: [],
  startDay: 18_628,
  ticks,
  seeds: [1, 2, 3, 4, 5].map((seed) => ({
    seed: `${seed}`,
    columns: [
      column((tick) => 1000 + tick),
      // Unknown in a hundred days, never in ten, and jumping from day to day.
      column((tick) =>
        tick >= 100 && tick < 200
          ? Number.NaN
          : tick >= 300 && tick < 310
            ? Number.POSITIVE_INFINITY
            : 2 ** (tick / 150) * (1 + noise(tick, seed)),
      ),
      column(() => 100),
      column((tick) => (tick < 900 ? 5 : 15)),
    ],
    breakdowns: [],
    digest: '',
  })),
  failures: [],
  verdicts: [],
  digest: '',
};

const problemOf = (draw: () => unknown) => {
  try {
    draw();
  } catch (error) {
    if (error instanceof StudioError) return { code: error.code, message: error.message, hint: error.hint };
  }
  throw new Error('it was drawn');
};

describe('pictures of a batch', () => {
  it('say what they found, in a title, an axis with dates and words for those who do not see them', () => {
    const [chart] = drawCharts(batch, ['providers.active']);
    expect(chart).toMatchObject({
      id: 'active-providers',
      finding: 'Active providers up 183 % to 2.83k units',
      summary:
        'Active providers up 183 % to 2.83k units. 2021-01-01 to 2025-12-31: median of 5 seeds ends at 2.83k units.',
    });
    expect(chart?.svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 760 420"/);
    for (const text of [
      'Active providers up 183 % to 2.83k units',
      '(units)',
      '2023',
      'median 2.83k',
      '3k',
    ]) {
      expect(chart?.svg).toContain(text);
    }
  });

  it('bring their own background, and nothing that a page would have to style', () => {
    for (const { svg } of drawCharts(batch, [])) {
      expect(svg).toContain('<rect width="760" height="420" fill="#ffffff">');
      expect(svg).not.toMatch(/class=|style=|NaN|Infinity|undefined/);
    }
  });

  it('leave a gap where a metric has no value, and stay small', () => {
    const [chart] = drawCharts(batch, ['providers.payback']);
    const d = /d="([^"]*)"[^>]*data-part="median"/.exec(chart?.svg ?? '')?.[1];
    expect(d?.match(/M/g)).toHaveLength(3);
    expect(chart?.svg.length).toBeLessThan(60_000);
  });

  it('show half of the seeds, nine tenths of them, the median and one real path', () => {
    const parts = drawCharts(batch, ['providers.payback'])[0]?.svg.match(/data-part="[^"]+"/g);
    expect(parts).toEqual(['band-90', 'band-50', 'path', 'median'].map((part) => `data-part="${part}"`));
  });

  it('are of any metric, alone or with the one it is compared with', () => {
    const names = ['supply.burned', 'burn-and-issue', 'supply.burned'];
    expect(drawCharts(batch, names).map(({ id, finding }) => [id, finding])).toEqual([
      ['supply-burned', 'Burned up 200 % to 15 tokens/day'],
      ['burn-and-issue', 'Burned comes to 10 % of minted'],
    ]);
  });

  it('are what the Run screen shows first where no metric is named', () => {
    expect(drawCharts(batch, []).map(({ id }) => id)).toEqual([
      'active-providers',
      'burn-and-issue',
      'payback',
    ]);
  });

  it('refuse a metric that the run does not report, with the nearest that it does', () => {
    expect(problemOf(() => drawCharts(batch, ['providers.activ']))).toMatchObject({
      code: 'chart.unknown-metric',
      message: 'The run has no metric "providers.activ".',
      hint: expect.stringMatching(/^Did you mean "providers\.active"\? Allowed: .*burn-and-issue\.$/),
    });
    const without = { ...batch, metrics: batch.metrics.slice(0, 3) };
    expect(problemOf(() => drawCharts(without, ['burn-and-issue'])).message).toBe(
      'The chart "burn-and-issue" shows supply.minted and supply.burned, which this run does not report together.',
    );
  });
});
