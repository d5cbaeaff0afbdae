import type { BreakdownDescription } from '../contract/breakdown.ts';
import type { Problem } from '../contract/errors.ts';
import type { MetricDescription } from '../contract/metric.ts';
import type { BatchResult, Verdict } from '../contract/run.ts';
import type { ScenarioSpec } from '../contract/scenario.ts';

/** A parameter in words, and where its value comes from. */
export interface ManifestParameter {
  /** Such as `emission.halving.period`. */
  readonly path: string;
  readonly label: string;
  /** Such as `60,000,000 token/year`. */
  readonly shown: string;
  readonly origin:
    | { readonly kind: 'source'; readonly title: string; readonly url?: string }
    | { readonly kind: 'assumption'; readonly because: string };
}

/** `manifest.json`: all that is needed to compute a result again and to compare it. */
export interface Manifest {
  readonly format: 'depin-studio/run/1';
  /** Over the digests of the seeds, in seed order; equal digests mean equal results. */
  readonly digest: string;
  /** True where every seed that was asked for is in the result. */
  readonly complete: boolean;
  readonly scenario: {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    /** What it was made to answer; a scenario without one has none here. */
    readonly question?: string;
  };
  /** Ids of the overlays laid over the scenario; the spec holds what they add. */
  readonly overlays: readonly string[];
  readonly engineId: string;
  readonly specDigest: string;
  /** Seeds that were asked for, in order. */
  readonly seeds: readonly string[];
  /** Seeds that finished. */
  readonly results: readonly { readonly seed: string; readonly digest: string }[];
  readonly failures: readonly { readonly seed: string; readonly problem: Problem }[];
  /** The columns of `metrics`, and what `breakdowns` holds, in the order in which seeds are digested. */
  readonly metrics: readonly MetricDescription[];
  readonly breakdowns: readonly BreakdownDescription[];
  readonly verdicts: readonly Verdict[];
  readonly startedAt: string;
  readonly durationMs: number;
  readonly command: string;
  readonly versions: Readonly<Record<string, string>>;
  /** For people: the spec says the same in numbers. */
  readonly parameters: readonly ManifestParameter[];
  readonly spec: ScenarioSpec;
}

/** What the door that ran the batch knows of it. */
export interface RunFacts {
  readonly title: string;
  readonly question?: string;
  readonly overlays: readonly string[];
  readonly parameters: readonly ManifestParameter[];
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
  const { title, question, ...rest } = facts;
  const asked = question === undefined ? {} : { question };
  return {
    format: 'depin-studio/run/1',
    digest: batch.digest,
    complete: batch.seeds.length === facts.seeds.length,
    scenario: { id: spec.id, version: spec.version, title, ...asked },
    overlays: rest.overlays,
    engineId: rest.engineId,
    specDigest: rest.specDigest,
    seeds: rest.seeds,
    results: batch.seeds.map(({ seed, digest }) => ({ seed, digest })),
    failures: batch.failures,
    metrics: batch.metrics,
    breakdowns: batch.breakdowns,
    verdicts: batch.verdicts,
    startedAt: rest.startedAt,
    durationMs: rest.durationMs,
    command: rest.command,
    versions: rest.versions,
    parameters: rest.parameters,
    spec,
  };
}

/** The manifest as the text of its file. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;
