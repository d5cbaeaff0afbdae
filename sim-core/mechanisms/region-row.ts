import { StudioError } from '../contract/errors.ts';

/** The row of `regions` that a parameter names by its number, 1 for the first. Throws where there are not so many. */
export const rowOfRegion = (parameter: string, region: number, count: number): number =>
  rowOf('region', 'agents.providers.regions', parameter, region, count);

/** The row of `classes` that a parameter names by its number, 1 for the first. Throws where there are not so many. */
export const rowOfClass = (parameter: string, row: number, count: number): number =>
  rowOf('class', 'agents.providers.classes', parameter, row, count);

function rowOf(
  what: 'region' | 'class',
  where: string,
  parameter: string,
  row: number,
  count: number,
): number {
  if (row >= 1 && row <= count) return row - 1;
  const plural = what === 'class' ? 'classes' : 'regions';
  throw new StudioError({
    code: 'parameter.refused',
    message: `${parameter} names ${what} ${row}, but the scenario has ${count} ${count === 1 ? what : plural}.`,
    hint: `Give a number from 1 to ${count}: the rows of ${where} in their order.`,
    where: parameter,
  });
}
