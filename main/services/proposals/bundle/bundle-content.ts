import type { Code } from '../../../../sim-core/contract/extension.ts';
import type { ScenarioSpec } from '../../../../sim-core/contract/scenario.ts';

/** All that a proposal's evidence needs to be run again where nothing of its project is: what travels beside it. */
export interface BundleContent {
  readonly base: BundledScenario;
  /** The scenario with the changes, where they do not fit into lines. */
  readonly proposal?: BundledScenario;
  /** Modules of the project that either needs, in the order of their names. */
  readonly code: readonly Code[];
  /** The text of the experiment that the proposal came from. */
  readonly experiment?: string;
  readonly manifest: BundleManifest;
  /** CSV: quantiles over seeds of every metric, for both, on the days that are sampled. */
  readonly metrics: string;
}

export interface BundledScenario {
  readonly id: string;
  readonly version: number;
  /** Of the spec: `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
  /** All that a result depends on. */
  readonly spec: ScenarioSpec;
  /** What people read and edit, `scenario.yaml` first, then its data; empty where no text means this spec. */
  readonly files: readonly BundledFile[];
}

export interface BundledFile {
  /** Relative, with `/` between parts. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was run, and what came of it. Nothing in it depends on a clock or a machine. */
export interface BundleManifest {
  readonly engine: { readonly version: string; readonly id: string };
  /** As `1..200`. */
  readonly seeds: string;
  readonly runs: { readonly base: RunDigests; readonly proposal: RunDigests };
}

export interface RunDigests {
  readonly specDigest: string;
  /** Over those of the seeds. */
  readonly digest: string;
  readonly seeds: readonly { readonly seed: string; readonly digest: string }[];
}
