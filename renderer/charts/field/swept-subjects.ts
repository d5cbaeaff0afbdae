import type { GridAxis, HeatmapSubject } from './heatmap-subject.ts';
import type { ResponseLineSubject } from './response-line-subject.ts';
import { middleOf, type Named, type SweptCase } from './swept.ts';

/** The measure in the cells of a sweep's cases, and the parameter that a case may leave as the scenario has it. */
export interface SweptMeasure extends Named {
  /** Index in `cells`. */
  readonly cell: number;
}

export interface SweptFactor extends Named {
  readonly path: string;
  /** As the scenario has it, spelled as the sweep spells its values; stands in where a case leaves it alone. */
  readonly base?: string;
}

const writtenIn = ({ point }: SweptCase, { path, base = '' }: SweptFactor): string =>
  point.find((trial) => trial.path === path)?.written ?? base;

/** The number that a value begins with, such as 12 of `12 months`; NaN where it is a word. */
const numberIn = (written: string): number => Number.parseFloat(written);

const onlyNumbers = (values: readonly string[]): boolean =>
  values.every((value) => !Number.isNaN(numberIn(value)));

/** What a sweep of one parameter says of a measure. Cases in which the parameter is a word are left out. */
export function responseOf(
  cases: readonly SweptCase[],
  factor: SweptFactor,
  { cell, label, unit }: SweptMeasure,
  scale: 'linear' | 'log' = 'linear',
): ResponseLineSubject {
  const verdict = cases.some(({ cells }) => cells[cell]?.kind === 'verdict');
  const points = cases.flatMap((each) => {
    const x = numberIn(writtenIn(each, factor));
    const its = each.cells[cell];
    if (Number.isNaN(x) || its === undefined) return [];
    const [low, high] = its.kind === 'metric' ? [its.p5, its.p95] : [its.low, its.high];
    return [{ x, value: middleOf(its), low, high }];
  });
  const base = factor.base === undefined ? Number.NaN : numberIn(factor.base);
  return {
    ...{ title: label, unit },
    intervalMeans: verdict ? 'the 95 % interval' : '9 of 10 seeds',
    x: { label: factor.label, unit: factor.unit, scale },
    points: points.sort((a, b) => a.x - b.x),
    ...(Number.isNaN(base) ? {} : { base }),
    ...(verdict ? { level: { value: 0.5, label: 'half of the seeds' } } : {}),
  };
}

function axisOf(cases: readonly SweptCase[], factor: SweptFactor): GridAxis {
  const values = [...new Set(cases.map((each) => writtenIn(each, factor)))];
  if (onlyNumbers(values)) values.sort((a, b) => numberIn(a) - numberIn(b));
  const base = factor.base === undefined ? -1 : values.indexOf(factor.base);
  return { label: factor.label, unit: factor.unit, values, ...(base < 0 ? {} : { base }) };
}

/** What a sweep of two parameters says of a measure, and of a verdict if it was measured too. */
export function heatmapOf(
  cases: readonly SweptCase[],
  [first, second]: readonly [SweptFactor, SweptFactor],
  measure: SweptMeasure,
  verdict?: SweptMeasure,
): HeatmapSubject {
  const [x, y] = [axisOf(cases, first), axisOf(cases, second)];
  const gridOf = (cell: number): Float64Array => {
    const grid = new Float64Array(x.values.length * y.values.length).fill(Number.NaN);
    for (const each of cases) {
      const column = x.values.indexOf(writtenIn(each, first));
      const row = y.values.indexOf(writtenIn(each, second));
      grid[row * x.values.length + column] = middleOf(each.cells[cell]);
    }
    return grid;
  };
  return {
    ...{ title: measure.label, unit: measure.unit, x, y },
    values: gridOf(measure.cell),
    ...(verdict === undefined ? {} : { verdict: { title: verdict.label, shares: gridOf(verdict.cell) } }),
  };
}
