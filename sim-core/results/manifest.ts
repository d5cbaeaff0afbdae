import type { Problem } from '../contract/errors.ts';
import type { BatchResult, Verdict } from '../contract/run.ts';
import type { ScenarioSpec } from '../contract/scenario.ts';

/** `manifest.json`: all that is needed to compute a result again and to compare it. */
export interface Manifest {
  readonly format: 'depin-studio/run/1';
  /** Over the digests of the seeds, in seed order; equal digests mean equal results. */
  readonly digest: string;
  /** True where every seed that was asked for is in the result. */
  readonly complete: boolean;
  readonly scenario: { readonly id: string; readonly version: number; readonly title: string };
  readonly engineId: string;
  readonly specDigest: string;
  /** Seeds that were asked for, in order. */
  readonly seeds: readonly string[];
  /** Seeds that finished. */
  readonly results: readonly { readonly seed: string; readonly digest: string }[];
  readonly failures: readonly { readonly seed: string; readonly problem: Problem }[];
  readonly verdicts: readonly Verdict[];
  readonly startedAt: string;
  readonly durationMs: number;
  readonly command: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly spec: ScenarioSpec;
}

/** What the door that ran the batch knows of it. */
export interface RunFacts {
  readonly title: string;
  readonly engineId: string;
  readonly specDigest: string;
  readonly seeds: readonly string[];
  readonly startedAt: string;
  readonly durationMs: number;
  readonly command: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** The manifest of a batch. */
export function manifestOf(spec: ScenarioSpec, batch: BatchResult, facts: RunFacts): Manifest {
  const { title, ...rest } = facts;
  return {
    format: 'depin-studio/run/1',
    digest: batch.digest,
    complete: batch.seeds.length === facts.seeds.length,
    scenario: { id: spec.id, version: spec.version, title },
    engineId: rest.engineId,
    specDigest: rest.specDigest,
    seeds: rest.seeds,
    results: batch.seeds.map(({ seed, digest }) => ({ seed, digest })),
    failures: batch.failures,
    verdicts: batch.verdicts,
    startedAt: rest.startedAt,
    durationMs: rest.durationMs,
    command: rest.command,
    versions: rest.versions,
    spec,
  };
}

/** The manifest as the text of its file. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;
