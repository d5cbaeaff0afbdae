import { z } from 'zod';

/** Far above what any venue takes: a draft with all its tables has some ten thousand characters. */
const longest = 1024 * 1024;
/** What fits into one call, in base64; a larger bundle is put beside the project's proposals. */
const longestBundle = 28 * 1024 * 1024;

/** Somebody's evidence, and what belongs to it: part of every call that runs it. */
export const evidenceAsked = {
  text: z.string().max(longest),
  bundle: z.string().max(longestBundle).exactOptional(),
  trust: z
    .array(z.string().regex(/^sha256:[0-9a-f]{64}$/))
    .max(300)
    .exactOptional(),
  engines: z.array(z.string().max(4096)).max(10).exactOptional(),
};
