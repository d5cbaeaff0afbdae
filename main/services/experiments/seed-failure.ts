import { z } from 'zod';
import type { Problem } from '../../../sim-core/contract/errors.ts';
import type { SeedFailure } from '../../../sim-core/contract/run.ts';
import { jsonIn } from '../json-in.ts';
import { problem } from '../results/manifest-parts.ts';
import type { RunKey } from './seed-file.ts';

const kept = z.object({
  engineId: z.string(),
  specDigest: z.string(),
  seed: z.string(),
  problem,
});

/**
 * True where simulating the seed again would end the same way: the kernel stopped it at a tick, by a rule. A worker that died or
 * ran out of memory may fare better.
 */
export const isCertain = ({ code, where = '' }: Problem): boolean =>
  code !== 'defect' && /^seed \S+, tick \d/.test(where);

/** A seed that stopped, as the text of its file. */
export const seedFailureText = (
  { engineId, specDigest, seed }: RunKey,
  { problem: { code, message, hint, where } }: SeedFailure,
): string =>
  `${JSON.stringify({ engineId, specDigest, seed, problem: { code, message, hint, where } }, null, 2)}\n`;

/** The failure in the bytes of a file; undefined where they are cut off or of another run. */
export function readSeedFailure(key: RunKey, bytes: Uint8Array): SeedFailure | undefined {
  const read = kept.safeParse(jsonIn(bytes));
  if (!read.success) return undefined;
  const { engineId, specDigest, seed, problem } = read.data;
  if (engineId !== key.engineId || specDigest !== key.specDigest || seed !== key.seed) return undefined;
  const { code, message, hint, where } = problem;
  return {
    seed,
    problem: {
      code,
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(where === undefined ? {} : { where }),
    },
  };
}
