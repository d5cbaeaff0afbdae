import { describe, expect, it } from 'vitest';
import { lightTheme } from '../chart-theme.ts';
import { column, fanOf, span } from '../examples/shapes.ts';
import {
  difference,
  differences,
  margins,
  observed,
  overlaid,
  score,
  sourcesSinks,
} from '../examples/time.ts';
import { cohortsOf } from './cohorts-of.ts';
import { meanColumn } from './mean-column.ts';
import { coverageOf } from './observed-fan-words.ts';
import { pairedFan } from './paired-fan.ts';
import { ridgePaths } from './ridge-paths.ts';
import { differenceFans } from './scenario-fans.tsx';
import { mainFlows, stackFlows } from './stack-flows.ts';

describe('findings over time', () => {
  it.each([
    [
      overlaid,
      'Active providers at the end: 196k with hardware 30 % cheaper, 154k units with earlier halving',
    ],
    [
      difference,
      'Active providers: −36k units with earlier halving at the end, below base in at least 19 of 20 seeds',
    ],
    [
      differences,
      'Active providers against base at the end: −36k with earlier halving, +5.4k with hardware 30 % cheaper, +4.2k with twice the demand',
    ],
    [sourcesSinks, 'Tokens: sinks take back 42.3 % of the 4.07M tokens that come'],
    [margins, 'Margin: 3 of 4 cohorts end below break-even, the lowest year 1 at −35 %'],
    [observed, 'Weekly rewards: 3 of 3 held-out observations (100 %) lie inside the 90 % band'],
    [score, 'Active providers at 190k units, −12.3k against base: watch'],
  ])('%#', (chart, title) => expect(chart.title).toBe(title));

  const subject = { title: 'It', definition: 'It.', unit: '1', span, base: 'base' };
  const against = (middle: (tick: number) => number, width: number) =>
    differenceFans({ ...subject, scenarios: [{ label: 'other', style: 0, fan: fanOf(middle, width) }] })
      .title;

  it('say whether a difference is sure', () => {
    expect(against((tick) => tick, 1)).toContain('above base in at least 19 of 20 seeds');
    expect(against((tick) => tick, 500)).toContain('either side of base is possible');
    const few = { label: 'other', style: 0, fan: { ...fanOf((tick) => tick, 1), seeds: 3 } };
    expect(differenceFans({ ...subject, scenarios: [few] }).title).toContain(
      'above base in nearly all of 3 seeds',
    );
    expect(against(() => 0, 0)).toBe('It: no difference between other and base');
  });
});

describe('a difference', () => {
  const seed = (name: string, ...values: number[]) => ({ seed: name, columns: [Float64Array.from(values)] });

  const whole = (...sides: Parameters<typeof pairedFan>) => {
    const steps = pairedFan(...sides);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  };

  it('is of the same seeds, whatever their order, over the days of both', () => {
    const base = { seeds: [seed('1', 1, 2, 3), seed('2', 10, 20, 30), seed('3', 0, 0, 0)], column: 0 };
    const other = { seeds: [seed('2', 11, 22), seed('1', 2, 4), seed('9', 0, 0)], column: 0 };
    const fan = whole(base, other);
    expect(fan.seeds).toBe(2);
    expect([...fan.median]).toEqual([1, 2]);
  });

  it('of runs without a common seed has none', () => {
    expect(whole({ seeds: [seed('1', 1)], column: 0 }, { seeds: [seed('2', 1)], column: 0 }).seeds).toBe(0);
  });
});

describe('a stack', () => {
  const flow = (label: string, value: number) => ({ label, values: column(() => value) });

  it('puts the largest nearest to zero and leaves the net', () => {
    const subject = { title: '', definition: '', unit: 'token/day', span };
    const { layers, net } = stackFlows({
      ...subject,
      sources: [flow('a', 1), flow('b', 4)],
      sinks: [flow('c', 2)],
    });
    expect(layers.map(({ label, low, high }) => [label, low[0], high[0]])).toEqual([
      ['b', 0, 4],
      ['a', 4, 5],
      ['c', -2, 0],
    ]);
    expect(net[0]).toBe(3);
  });

  it('joins what is more than three, and loses nothing of it', () => {
    const joined = mainFlows([flow('a', 1), flow('b', 9), flow('c', 2), flow('d', 5)]);
    expect(joined.map(({ label, values }) => [label, values[0]])).toEqual([
      ['b', 9],
      ['d', 5],
      ['2 others', 3],
    ]);
  });
});

it('means of parts add up, and a seed without a value is left out on its day', () => {
  const seeds = [[Float64Array.of(1, Number.NaN)], [Float64Array.of(3, 5)]].map((columns) => ({ columns }));
  expect([...meanColumn(seeds, 0)]).toEqual([2, 5]);
});

it('a strip crosses its line where the value does', () => {
  const { above, below } = ridgePaths(
    Float64Array.of(1, -1),
    (i) => i * 10,
    (value) => 50 - value * 10,
    50,
  );
  expect(above).toContain('5,50');
  expect(above).not.toContain(',60');
  expect(below).toContain('10,60');
});

it('observations count where the fan reaches, held out or not', () => {
  const fan = fanOf(() => 10, 5);
  const at = (tick: number, value: number, heldOut = false) => ({ tick, value, heldOut });
  const subject = {
    ...{ title: '', definition: '', unit: '1', span, source: '', fan },
    observed: [at(60, 10), at(60, 14, true), at(60, 99, true), at(500, 10), at(3, Number.NaN)],
  };
  expect(coverageOf(subject)).toEqual({ observations: 3, in50: 1, in90: 2 });
  expect(coverageOf(subject, true)).toEqual({ observations: 2, in50: 0, in90: 1 });
});

describe('cohorts', () => {
  const batch = {
    startDay: 100,
    sampleTicks: [29, 59],
    breakdowns: [
      {
        ...{
          id: 'providers.margin',
          title: 'Margin',
          unit: 'share',
          definition: 'D',
          source: 's',
          by: 'cohort',
        },
        groups: ['before the start', 'year 1', 'year 2'],
      },
    ],
    seeds: [
      {
        seed: '1',
        columns: [],
        digest: '',
        breakdowns: [Float64Array.of(0.1, Number.NaN, Number.NaN, 0.3, 0.5, Number.NaN)],
      },
      {
        seed: '2',
        columns: [],
        digest: '',
        breakdowns: [Float64Array.of(0.3, Number.NaN, Number.NaN, 0.5, 0.7, Number.NaN)],
      },
    ],
  };

  it('are medians over seeds, without those that nobody joined', () => {
    const subject = cohortsOf(batch);
    expect(subject?.days).toEqual([129, 159]);
    expect(subject?.cohorts.map(({ label, values }) => [label, ...values])).toEqual([
      ['before the start', 0.2, 0.4],
      ['year 1', Number.NaN, 0.6],
    ]);
    expect(cohortsOf(batch, 'providers.profit')).toBeUndefined();
  });
});

it('an item over time is the day under the pointer, held at the ends', () => {
  const frame = { theme: lightTheme, width: 500, height: 240 };
  expect(overlaid.itemAt(frame, -50, 0)).toBe(0);
  expect(overlaid.itemAt(frame, 900, 0)).toBe(span.ticks - 1);
});
