import { z } from 'zod';

/** What the manifest of a result and that of kept runs say in the same words. */
export const metric = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  definition: z.string(),
  source: z.string(),
  gaps: z.string().optional(),
});

export const breakdown = metric.extend({ by: z.string(), groups: z.array(z.string()) });

export const parameter = z.object({
  path: z.string(),
  label: z.string(),
  shown: z.string(),
  origin: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('source'), title: z.string(), url: z.string().optional() }),
    z.object({ kind: z.literal('assumption'), because: z.string() }),
  ]),
});

export const scenario = z.object({
  id: z.string(),
  version: z.number(),
  title: z.string(),
  question: z.string().optional(),
});

/** Why a seed has no result. */
export const problem = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
  where: z.string().optional(),
});
