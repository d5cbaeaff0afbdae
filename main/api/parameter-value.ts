import { z } from 'zod';
import type { Distribution, ParameterValue, Series } from '../../sim-core/contract/parameter.ts';

const numbers = z.array(z.number()).readonly();

export const distribution: z.ZodType<Distribution> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), value: z.number() }),
  z.strictObject({ kind: z.literal('uniform'), min: z.number(), max: z.number() }),
  z.strictObject({ kind: z.literal('triangular'), min: z.number(), mode: z.number(), max: z.number() }),
  z.strictObject({ kind: z.literal('normal'), mean: z.number(), sd: z.number() }),
  z.strictObject({ kind: z.literal('lognormal'), median: z.number(), sigma: z.number() }),
  z.strictObject({ kind: z.literal('empirical'), values: numbers }),
]);

export const series: z.ZodType<Series> = z.strictObject({ days: numbers, values: numbers });
export const table = z.record(z.string(), z.union([numbers, z.array(z.string()).readonly()]));

/** Whatever a parameter may hold. */
export const parameterValue: z.ZodType<ParameterValue> = z.union([
  z.number(),
  z.string(),
  distribution,
  series,
  table,
]);
