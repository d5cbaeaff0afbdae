import { describe, expect, it } from 'vitest';
import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import { manifestOf } from '../../../../sim-core/results/manifest.ts';
import { reportHtml } from './report-html.ts';

/** Breaks out of text, of an attribute and of a style sheet, in one. */
const hostile = `</style></title>"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp;`;

const ticks = 60;
const column = (from: number) => Float64Array.from({ length: ticks }, (_, tick) => from + tick);

function batchOf(say: (text: string) => string): BatchResult {
  const metric = { title: say('Active'), unit: 'unit', definition: say('How many.'), source: say('count') };
  return {
    metrics: [
      { id: 'providers.active', ...metric },
      { id: 'own.metric', ...metric, gaps: say('it rains') },
    ],
    breakdowns: [{ id: 'providers.active', ...metric, by: say('region'), groups: [say('North'), 'South'] }],
    sampleTicks: [29, 59],
    startDay: 19_723,
    ticks,
    seeds: ['1', '2', '3'].map((seed, index) => ({
      seed,
      digest: `sha256:${seed}`,
      columns: [column(100 * (index + 1)), column(index).fill(Number.NaN, 50)],
      breakdowns: [Float64Array.of(1, 2, 10 + index, 20 + index)],
    })),
    failures: [
      { seed: '4', problem: { code: 'run.broken', message: say('It broke.'), where: say('tick 3') } },
    ],
    verdicts: [
      { id: 'growing', title: say('Growing'), rule: say('More than before.'), source: 'x', held: 2, of: 3 },
    ].map((verdict) => ({ ...verdict, probability: 2 / 3, low: 0.2077, high: 0.9385 })),
    digest: 'sha256:whole',
  };
}

function reportOf(say: (text: string) => string): string {
  const batch = batchOf(say);
  const spec = { id: 'small', version: 1, startDay: 19_723, ticks, mechanisms: [] };
  const manifest = manifestOf(spec, batch, {
    title: say('A small network'),
    question: say('Does it grow?'),
    overlays: [say('price-crash')],
    parameters: [
      {
        path: 'a.b',
        label: say('Rate'),
        shown: say('3 token/day'),
        origin: { kind: 'assumption', because: say('Plausible.') },
      },
      {
        path: 'a.c',
        label: 'Cap',
        shown: '7',
        origin: { kind: 'source', title: say('A paper'), url: 'https://example.org/?a=1&b=2' },
      },
      {
        path: 'a.d',
        label: 'Start',
        shown: '9',
        origin: { kind: 'source', title: 'A trap', url: 'javascript:alert(3)' },
      },
    ],
    engineId: 'sha256:engine',
    specDigest: 'sha256:spec',
    seeds: ['1', '2', '3', '4'],
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1234,
    command: say('depin-studio run small --seeds 1..4'),
    versions: { studio: '0.1.0' },
  });
  return reportHtml({ manifest, batch });
}

const plain = reportOf((text) => text);

describe('a report', () => {
  it('is the page that was looked at', async () => {
    await expect(plain).toMatchFileSnapshot('../../../../test/golden/report.html');
  });

  it('says the question, the verdicts with their intervals, what is assumed and how to repeat it', () => {
    for (const part of [
      '<h1>A small network</h1>',
      'Does it grow?',
      '3 of 4 seeds finished.',
      '2 of 3',
      '21 % to 94 %',
      '3 values: 2 from a source, 1 assumed.',
      'Plausible.',
      '<a href="https://example.org/?a=1&amp;b=2" rel="noreferrer noopener">A paper</a>',
      'under price-crash',
      'depin-studio run small --seeds 1..4',
      'sha256:engine',
      'sha256:spec',
      'sha256:whole',
    ]) {
      expect(plain).toContain(part);
    }
  });

  it('gives medians over seeds by group on the last day, and a dash where no seed has a number', () => {
    expect(plain).toMatch(/<th scope="row">North<\/th><td class="number">11<\/td>/);
    expect(plain).toMatch(/<th scope="row">South<\/th><td class="number">21<\/td>/);
    expect(plain).toMatch(/own\.metric<\/small><\/th><td class="text">unit<\/td><td class="number">–<\/td>/);
  });

  it('needs nothing from anywhere: no script, no address that is loaded, one policy', () => {
    expect(plain).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\bsrc=|\bon[a-z]+=/i);
    expect(plain.match(/http-equiv="Content-Security-Policy"/g)).toHaveLength(1);
    expect(plain).toMatch(
      /content="default-src &#39;none&#39;; style-src &#39;sha256-[A-Za-z0-9+/=]{44}&#39;/,
    );
  });

  it('never lets what people wrote become markup', () => {
    const page = reportOf((text) => text + hostile);
    expect(page).not.toMatch(/<script|<img/i);
    // Longer titles take more lines of text in charts.
    const tags = (text: string) =>
      (text.match(/<[a-z/!][^>]*>/gi) ?? [])
        .map((tag) => /^<[!/]?\w+/.exec(tag)?.[0])
        .filter((tag) => !tag?.endsWith('text'));
    expect(tags(page)).toEqual(tags(plain));
    expect(page).not.toContain('href="javascript:');
  });
});
