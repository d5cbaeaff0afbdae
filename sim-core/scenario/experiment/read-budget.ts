import type { Entry } from '../entry.ts';
import { checkRange, type Reading, readFinite } from '../reading.ts';
import type { JsonSchema } from '../schema-of-parameter.ts';
import { mostRuns } from './read-design.ts';

/** Runs to make at most: a whole number from 1. */
export function readBudget(reading: Reading, entry: Entry, path: string): number | undefined {
  const budget = readFinite(reading, entry, path);
  if (budget === undefined) return undefined;
  if (Number.isInteger(budget))
    return checkRange(reading, budget, { min: 1, max: mostRuns, unit: 'run' }, path, entry.where);
  const message = `${path} is ${budget}: it must be a whole number.`;
  return reading.report({ code: 'parameter.not-whole', message, where: entry.where });
}

export const budgetSchema: JsonSchema = {
  type: 'integer',
  minimum: 1,
  maximum: mostRuns,
  description: 'Runs to make at most: points times seeds.',
};
