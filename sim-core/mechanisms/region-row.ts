import { StudioError } from '../contract/errors.ts';

/** The row of `regions` that a parameter names by its number, 1 for the first. Throws where there are not so many. */
export function rowOfRegion(parameter: string, region: number, count: number): number {
  if (region >= 1 && region <= count) return region - 1;
  throw new StudioError({
    code: 'parameter.refused',
    message: `${parameter} names region ${region}, but the scenario has ${count} region${count === 1 ? '' : 's'}.`,
    hint: `Give a number from 1 to ${count}: the rows of agents.providers.regions in their order.`,
    where: parameter,
  });
}
