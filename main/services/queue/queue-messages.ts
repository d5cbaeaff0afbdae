import { z } from 'zod';

// What travels through Redis. Whoever can write there can write anything, so both sides read it with these: a task names a run and
// never says what it is; the spec comes from the store, where its digest proves it.

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
/** As `seedRange` allows them: a seed is part of a file's name. */
const seed = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const days = z.number().int().min(0).max(1e9);

/** One seed of one spec, to be simulated by one engine. */
export const taskSchema = z.strictObject({ engineId: digest, specDigest: digest, seed });
export type Task = z.infer<typeof taskSchema>;

/** How far a seed is. */
export const progressSchema = z.object({ done: days, ticks: days });

const words = z
  .string()
  .max(2000)
  .transform((text) => printable(text));

/** Why a task failed for good, as a worker says it. */
export const failureSchema = z.object({
  code: z.string().regex(/^[a-z0-9.-]{1,60}$/),
  message: words,
  hint: words.optional(),
  where: words.optional(),
});

/** Asks the worker that has a task in hand to let go of it. */
export const withdrawalSchema = z.strictObject({ withdraw: z.string().regex(/^run-[0-9a-f]{64}$/) });

/** Who is there: workers, and sweeps that give them work. */
export const presenceSchema = z.strictObject({
  role: z.enum(['worker', 'sweep']),
  id: z.uuid(),
  engineId: digest,
  studio: z.string().regex(/^[\w.+-]{1,40}$/),
  host: z.string().regex(/^[\w.-]{1,100}$/),
  threads: z.number().int().min(0).max(4096),
});
export type Presence = z.infer<typeof presenceSchema>;

/** Without what could steer a terminal. */
export function printable(text: string): string {
  let clean = '';
  for (const letter of text)
    clean += letter < ' ' || (letter >= '\u007f' && letter < '\u00a0') ? ' ' : letter;
  return clean;
}
