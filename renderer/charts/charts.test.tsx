import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { darkTheme, lightTheme } from './chart-theme.ts';
import { subtitle, summary } from './chart-words.ts';
import { FanChart } from './fan-chart.tsx';
import { basis, finding } from './finding.ts';
import { LineChart } from './line-chart.tsx';
import type { ChartSubject, Fan, Path } from './plot-data.ts';
import { readout } from './readout.ts';

const ticks = 400;
const startDay = 19_471;
const span = { startDay, ticks };
const column = (value: (tick: number) => number): Float64Array =>
  Float64Array.from({ length: ticks }, (_, tick) => value(tick));

/** Spreads in proportion to the day. */
const fanOf = (middle: (tick: number) => number, width: number): Fan => {
  const at = (part: number) => column((tick) => middle(tick) * (1 + (part * width * tick) / ticks));
  return { seeds: 20, p5: at(-1), p25: at(-0.4), median: at(0), p75: at(0.4), p95: at(1) };
};
const pathOf = (seed: string, value: (tick: number) => number, done = ticks): Path => ({
  seed,
  done,
  values: column((tick) => (tick < done ? value(tick) : 0)),
});

/** Only arithmetic that is the same on every engine, so that the saved pictures are too. */
const shrinking = (tick: number): number => (370_000 * 300) / (300 + tick);

const providers: ChartSubject = {
  title: 'Active providers',
  definition: 'Real units that run at the end of the day.',
  unit: 'unit',
  span,
  series: [
    {
      label: '',
      fan: fanOf((tick) => shrinking(tick), 0.5),
      paths: [pathOf('1', (tick) => shrinking(tick) * (1 + (tick % 40) / 200))],
    },
  ],
};

const supply: ChartSubject = {
  title: 'Circulating supply',
  definition: 'Supply less what the treasury holds',
  unit: 'token',
  span,
  series: [{ label: '', fan: fanOf((tick) => 145_000_000 + 50_000 * tick, 0), paths: [] }],
};

const flows: ChartSubject = {
  title: 'Minted and burned',
  definition: 'Tokens that come into being and tokens destroyed each day',
  unit: 'token/day',
  span,
  series: [
    { label: 'minted', fan: fanOf((tick) => (tick < 200 ? 80_000 : 40_000), 0), paths: [] },
    { label: 'burned', fan: fanOf((tick) => 2_000 + 10 * tick, 0.8), paths: [] },
  ],
};

const growing: ChartSubject = {
  ...providers,
  series: [
    { label: '', paths: [pathOf('1', (tick) => 370_000 - 400 * tick, 120), pathOf('2', () => 360_000, 90)] },
  ],
};

/** Pays back never, then fast; the rare seed is far off. */
const payback: ChartSubject = {
  title: 'Payback',
  definition: 'Price of a device over its daily profit',
  unit: 'day',
  span,
  series: [
    {
      label: '',
      fan: {
        ...fanOf((tick) => (tick < 40 ? Number.POSITIVE_INFINITY : 200 + tick), 0.3),
        p95: column((tick) => (tick < 40 ? Number.POSITIVE_INFINITY : 200_000)),
      },
      paths: [pathOf('1', (tick) => (tick > 100 && tick < 140 ? Number.NaN : 220 + tick))],
    },
  ],
};

/** A price that ends at a thousandth. */
const fading: ChartSubject = {
  title: 'Token price',
  definition: 'Close of the day',
  unit: 'USD/token',
  span,
  series: [{ label: '', fan: fanOf((tick) => 30 / (1 + (tick * tick) / 160), 0.7), paths: [] }],
};

const saved = (name: string) => `../../test/golden/charts/${name}.svg`;
const size = { width: 760, height: 420 };

/** One element a line, so that a difference can be read. */
const lines = (svg: string): string => `${svg.replaceAll('><', '>\n<')}\n`;

describe('saved pictures', () => {
  it.each([
    ['fan', <FanChart key="" {...size} subject={providers} theme={lightTheme} heading />],
    ['fan-dark', <FanChart key="" {...size} subject={providers} theme={darkTheme} heading />],
    ['fan-growing', <FanChart key="" {...size} subject={growing} theme={lightTheme} heading />],
    ['fan-cut', <FanChart key="" {...size} subject={payback} theme={lightTheme} heading />],
    [
      'fan-small',
      <FanChart key="" width={360} height={208} subject={providers} theme={lightTheme} cursor={200} />,
    ],
    ['fan-wide', <FanChart key="" {...size} subject={fading} theme={lightTheme} heading />],
    ['supply', <LineChart key="" {...size} subject={supply} theme={lightTheme} heading />],
    ['burn-and-issue', <LineChart key="" {...size} subject={flows} theme={lightTheme} heading />],
  ])('%s', async (name, chart) => {
    await expect(lines(renderToStaticMarkup(chart))).toMatchFileSnapshot(saved(name));
  });
});

describe('a picture', () => {
  const svg = (subject: ChartSubject, width = 400) =>
    renderToStaticMarkup(<FanChart subject={subject} theme={lightTheme} width={width} height={208} />);

  it('stands alone: no style, no class, no number that is none', () => {
    for (const subject of [providers, growing, payback, flows, supply]) {
      expect(svg(subject)).not.toMatch(/style=|class=|NaN|Infinity|undefined/);
    }
  });

  it('says in words what it shows', () => {
    expect(svg(providers)).toContain(`role="img" aria-label="${summary(providers)}"`);
  });

  it('is drawn before anything is known', () => {
    expect(svg({ ...providers, series: [{ label: '', paths: [] }] })).toContain('nothing simulated yet');
    expect(svg({ ...providers, span: { startDay, ticks: 1 }, series: [{ label: '', paths: [] }] })).toContain(
      '<svg',
    );
  });

  it('draws long runs with no more points than it has room for', () => {
    const long = { startDay, ticks: 20_000 };
    const values = Float64Array.from({ length: long.ticks }, (_, tick) => tick % 100);
    const subject = {
      ...providers,
      span: long,
      series: [{ label: '', paths: [{ seed: '1', values, done: 20_000 }] }],
    };
    const d = /data-part="path"/.test(svg(subject)) ? (/ d="(M[^"]*)"/.exec(svg(subject))?.[1] ?? '') : '';
    expect(d.split('L').length).toBeGreaterThan(400);
    expect(d.split('L').length).toBeLessThan(1600);
  });
});

describe('words', () => {
  it('state a finding, its unit, and what it compares', () => {
    expect(finding(providers)).toBe('Active providers down 57 % to 159k units');
    expect(basis(providers)).toBe('');
    expect(subtitle(providers)).toBe('Real units that run at the end of the day (units)');
    expect(finding(supply)).toBe('Circulating supply up 14 % to 165M tokens');
    expect(finding(flows)).toBe('Burned comes to 6.7 % of minted');
    expect(finding(growing)).toBe('Active providers at 322k units so far');
    const price = { ...supply, title: 'Token price', unit: 'USD/token' };
    expect(finding(price)).toBe('Token price up 13 % to 164M USD/token');
    expect(basis(price)).toBe('Title: mean of the last 30 days against the first 30');
  });

  it.each([
    ['growth', (tick: number) => 1 + tick / 100, 'up 323 % to 4.84'],
    ['more', (tick: number) => 1 + tick / 10, 'up 16-fold to 39.5'],
    ['none', () => 2, 'stays at 2'],
    ['from nothing', (tick: number) => tick / 100, 'up 27-fold to 3.85'],
    ['a peak', (tick: number) => (tick === 200 ? 90 : 2), 'peaks at 90, ends at 2'],
    ['almost gone', (tick: number) => (tick < 200 ? 400 : 1), 'down 400-fold to 1'],
    ['from next to nothing', (tick: number) => (tick < 40 ? 1e-6 : tick), 'goes from 1e−6 to 385'],
    ['gone', (tick: number) => Math.max(0, 100 - tick), 'goes from 85.5 to 0'],
    ['unknown at first', (tick: number) => (tick < 100 ? Number.NaN : tick), 'comes to 385'],
  ])('tell the course of a line: %s', (_, value, course) => {
    const subject = {
      ...supply,
      title: 'It',
      unit: '1',
      series: [{ label: '', paths: [pathOf('1', value)] }],
    };
    expect(finding(subject)).toBe(`It ${course}`);
  });

  it('sum up the spread', () => {
    expect(summary(providers)).toBe(
      'Active providers down 57 % to 159k units. 2023-04-24 to 2024-05-27: ' +
        'median of 20 seeds ends at 159k units, in 9 of 10 between 79.6k and 238k units.',
    );
  });

  it('read one day', () => {
    expect(readout(providers, 200)).toBe(
      '2023-11-10: median 222k units, 50 % 200k to 244k, 90 % 167k to 278k',
    );
    expect(readout({ ...providers, unit: 'share' }, 200)).toMatch(
      /: median \d+ %, 50 % \d+ % to \d+ %, 90 % \d+ % to \d+ %$/,
    );
    expect(readout(growing, 100)).toBe('2023-08-02: seed 1 330k units');
    expect(readout(growing, 300)).toBe('2024-02-18: not simulated yet');
    expect(readout(flows, 0)).toBe('2023-04-24: minted 80k tokens/day, burned 2k tokens/day');
  });
});
