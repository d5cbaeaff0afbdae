import type { Figure, LoadSubject } from './subject.ts';

/** All figures of a subject, size by size. */
export interface Measured {
  readonly size: number;
  readonly figures: readonly Figure[];
}

/** Less than this is the noise of a machine: seconds, MB. */
const noise = { s: 0.25, MB: 200 } as const;
/** What two measurements of the same may differ by. */
const tolerance = 1.3;

/** A row of the table: what was measured of each size, in the order of sizes. */
interface Row {
  readonly what: string;
  readonly figures: readonly (Figure | undefined)[];
  /**
   * The most that a step from one size to the next has multiplied it by, divided by what it has multiplied the size by: 1 is a growth in
   * proportion, less is better. Undefined where it is too little to say.
   */
  readonly growth: number | undefined;
}

function rowsOf(measured: readonly Measured[]): readonly Row[] {
  const names = new Set(measured.flatMap(({ figures }) => figures.map(({ what }) => what)));
  return [...names].map((what) => {
    const figures = measured.map((each) => each.figures.find((figure) => figure.what === what));
    return { what, figures, growth: growthOf(measured, figures) };
  });
}

function growthOf(
  measured: readonly Measured[],
  figures: readonly (Figure | undefined)[],
): number | undefined {
  const steps = measured.slice(1).flatMap(({ size }, at) => {
    const [before, after] = [figures[at], figures[at + 1]];
    const smaller = measured[at]?.size;
    if (before === undefined || after === undefined || smaller === undefined) return [];
    // What is below the noise counts as the noise: from nothing to something little is no growth.
    const least = noise[after.unit];
    return [Math.max(after.value, least) / Math.max(before.value, least) / (size / smaller)];
  });
  return figures.every((figure) => figure === undefined || figure.value < noise[figure.unit])
    ? undefined
    : Math.max(...steps);
}

/** What grows worse than its size, in words. */
export const worseThanLinear = (measured: readonly Measured[]): readonly string[] =>
  rowsOf(measured).flatMap(({ what, growth }) =>
    growth !== undefined && growth > tolerance ? [`${what}: ${growth.toFixed(2)}`] : [],
  );

/** A table with a row a figure and a column a size; in brackets what was the processor's. */
export function loadTable({ of }: LoadSubject, measured: readonly Measured[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [
    row([of, ...measured.map(({ size }) => size.toLocaleString('en')), 'growth']),
    row(['---', ...measured.map(() => '--:'), '--:']),
    ...rowsOf(measured).map(({ what, figures, growth }) =>
      row([what, ...figures.map(cell), growth?.toFixed(2) ?? '']),
    ),
  ].join('');
}

function cell(figure: Figure | undefined): string {
  if (figure === undefined) return '';
  const { value, unit, work } = figure;
  const text = `${number(value)} ${unit}`;
  return work === undefined ? text : `${text} (${number(work)})`;
}

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
