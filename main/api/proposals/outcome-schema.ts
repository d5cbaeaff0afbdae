import { z } from 'zod';
import { named } from '../route.ts';
import { evidenceAsked } from './evidence-asked.ts';
import type { OutcomeAsked, OutcomeView } from './outcome-view.ts';

export const outcomeAsked: z.ZodType<OutcomeAsked> = z.strictObject({
  ...evidenceAsked,
  record: z.strictObject({ name: named, text: z.string().max(32 * 1024 * 1024) }),
  columns: z.record(named, z.string().max(200)).exactOptional(),
  dateColumn: named.exactOptional(),
  dates: named.exactOptional(),
  decimal: named.exactOptional(),
  dayOne: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .exactOptional(),
});

/** Plain data of the service, with quantiles for every day: not looked at again. A number that there is none of travels as null. */
export const outcomeView = z.custom<OutcomeView>((value) => typeof value === 'object' && value !== null);
