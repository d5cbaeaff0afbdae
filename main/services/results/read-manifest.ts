import { z } from 'zod';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Manifest } from '../../../sim-core/results/manifest.ts';
import { breakdown, metric, parameter, problem, scenario } from './manifest-parts.ts';

const format = 'depin-studio/run/1';

const verdict = z.object({
  id: z.string(),
  title: z.string(),
  rule: z.string(),
  source: z.string(),
  held: z.number(),
  of: z.number(),
  probability: z.number(),
  low: z.number(),
  high: z.number(),
});

const manifest = z.object({
  format: z.literal(format),
  digest: z.string(),
  complete: z.boolean(),
  scenario,
  overlays: z.array(z.string()),
  engineId: z.string(),
  specDigest: z.string(),
  seeds: z.array(z.string()),
  results: z.array(z.object({ seed: z.string(), digest: z.string() })),
  failures: z.array(z.object({ seed: z.string(), problem })),
  metrics: z.array(metric),
  breakdowns: z.array(breakdown),
  verdicts: z.array(verdict),
  startedAt: z.string(),
  durationMs: z.number(),
  command: z.string(),
  versions: z.record(z.string(), z.string()),
  parameters: z.array(parameter),
  spec: z.looseObject({
    id: z.string(),
    version: z.number(),
    startDay: z.number().int(),
    ticks: z.number().int().positive(),
    model: z.string().optional(),
    mechanisms: z.array(z.looseObject({ id: z.string(), parameters: z.record(z.string(), z.unknown()) })),
  }),
});

/** True where JSON is the manifest of `run`, of whatever version of the studio. */
export const isRunManifest = (json: unknown): boolean =>
  z.object({ format: z.string().startsWith('depin-studio/run/') }).safeParse(json).success;

/** The manifest of a result folder. Throws `result.manifest` where it is damaged, or of another version. */
export function readManifest(json: unknown, file: string): Manifest {
  const read = manifest.safeParse(json);
  // zod spells an absent key as one that may be undefined, and the spec's values are as any spec's: JSON of the studio.
  if (read.success) return read.data as unknown as Manifest;
  const [issue] = read.error.issues;
  throw new StudioError({
    code: 'result.manifest',
    message: `${file} is no manifest that this studio can read: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
    hint: 'It is damaged, or of another version. Run the scenario again.',
    where: file,
  });
}
