import { z } from 'zod';
import type { Problem } from '../../sim-core/contract/errors.ts';
import type { Nothing } from './nothing.ts';

type Handler = (input: never) => Promise<unknown>;

/** What a route takes and answers, whatever door it is called through. */
export interface Route<Call extends Handler> {
  readonly input: z.ZodType<Parameters<Call>[0]>;
  readonly output: z.ZodType<Awaited<ReturnType<Call>>>;
}

/** The routes of a part of `StudioApi`. */
export type RoutesOf<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends Handler ? Route<Api[Name]> : never;
};

export const nothing: z.ZodType<Nothing> = z.record(z.string(), z.never());

export const problem: z.ZodType<Problem> = z.strictObject({
  code: z.string(),
  message: z.string(),
  hint: z.string().exactOptional(),
  where: z.string().exactOptional(),
});

/** A short text that a person or a screen names something by. */
export const named = z.string().min(1).max(200);
