import { expect, it } from 'vitest';
import { StudioError } from '../contract/errors.ts';
import { verdicts } from '../metrics/verdicts.ts';
import { suggestion } from '../scenario/nearest-name.ts';
import { parseMeasure } from './measure.ts';
import { type Asked, measureOf, readyMeasure } from './measure-of.ts';

const metric = (id: string) => ({ id, title: id, unit: 'USD' });
const asked: Asked = {
  metrics: ['market.price', 'demand.fees', 'providers.reward-usd', 'providers.active'].map(metric),
  startDay: 19_000, // 2022-01-08
  ticks: 1095,
  rules: verdicts,
};

/** A seed whose price is its day, and which is sustainable or not. */
function seed(sustainable: boolean) {
  const column = (value: (day: number) => number) =>
    Float64Array.from({ length: asked.ticks }, (_, day) => value(day));
  const columns = [
    column((day) => (day === 3 ? Number.NaN : day)),
    column(() => (sustainable ? 2 : 0)),
    column(() => 1),
    column(() => 1),
  ];
  return { seed: 'a', columns, breakdowns: [], digest: 'sha256:a' };
}

const values = (written: string): readonly number[] =>
  measureOf({ seeds: [seed(true), seed(false)] }, readyMeasure(parseMeasure(written), asked, suggestion));

it.each([
  ['market.price@end', 1094],
  ['market.price@1d', 0],
  ['market.price@36mo', 1094],
  ['market.price@1mo', 29], // 365/12 is 30.4 days
  ['market.price @ 1 year', 364],
  ['market.price@2w', 13],
  ['market.price@2022-01-08', 0],
  ['market.price@2023-01-08', 365],
  ['max(market.price)', 1094],
  ['min(market.price)', 0],
])('%s is the value of its day', (written, expected) => {
  expect(values(written)).toEqual([expected, expected]);
});

it('takes a mean over the days that have a value', () => {
  const [mean] = values('mean(market.price)');
  expect(mean).toBeCloseTo(((1094 * 1095) / 2 - 3) / 1094, 10);
  expect(values('market.price@4d')).toEqual([Number.NaN, Number.NaN]);
});

it('judges a verdict seed by seed', () => {
  expect(values('sustainable')).toEqual([1, 0]);
  expect(readyMeasure(parseMeasure('sustainable'), asked, suggestion)).toMatchObject({
    title: 'Sustainable holds',
    unit: 'share',
  });
  expect(readyMeasure(parseMeasure('market.price@1d'), asked, suggestion)).toMatchObject({
    title: 'market.price on 2022-01-08',
    unit: 'USD',
  });
});

it.each([
  ['market.price', 'measure.syntax', 'A metric has a value every day: say which, as market.price@end.'],
  ['market.price@', 'measure.syntax', '"" is no time.'],
  ['market.price@soon', 'measure.syntax', '"soon" is no time.'],
  ['market.price@2022-02-30', 'measure.syntax', '"2022-02-30" is no time.'],
  ['market.price@0d', 'measure.syntax', '"0d" is before the end of the first day.'],
  ['@end', 'measure.syntax', 'It has no metric before the @.'],
  ['median(market.price)', 'measure.syntax', '"median" is none of mean, min, max.'],
  ['', 'measure.syntax', 'It names no day and no verdict.'],
  ['market.prise@end', 'measure.unknown-metric', 'no metric "market.prise"'],
  ['sustanable', 'measure.unknown-verdict', 'no verdict "sustanable"'],
  ['market.price@37mo', 'measure.outside', 'Day 1125 is outside the run.'],
  ['market.price@2022-01-07', 'measure.outside', '2022-01-07 is outside the run.'],
])('refuses %s in words', (written, code, message) => {
  let thrown: unknown;
  try {
    values(written);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(StudioError);
  expect(thrown).toMatchObject({ code, message: expect.stringContaining(message) });
  expect(thrown instanceof StudioError && thrown.hint).toBeTruthy();
});

it('suggests the nearest name, and says what a run is too short for', () => {
  expect(() => readyMeasure(parseMeasure('sustainable'), { ...asked, ticks: 100 }, suggestion)).toThrow(
    'The verdict "sustainable" needs 180 days, and the run has 100.',
  );
  try {
    values('market.prise@end');
  } catch (error) {
    expect(error).toMatchObject({ hint: expect.stringContaining('Did you mean "market.price"?') });
  }
});
