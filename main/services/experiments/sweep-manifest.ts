import type { Design } from '../../../sim-core/contract/design.ts';
import type { SeedFailure } from '../../../sim-core/contract/run.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import type { Plan } from './plan.ts';
import type { SweepOutcome } from './sweep.ts';

/** `manifest.json` of a sweep: what was asked, how far it got, and what a repetition needs. */
export interface SweepManifest {
  readonly format: 'depin-studio/sweep/1';
  /** Over the spec and digest of each case that is over, in case order; equal digests mean equal results. */
  readonly digest: string;
  /** True where every case is over. */
  readonly complete: boolean;
  readonly experiment: { readonly id: string; readonly title: string };
  readonly scenario: { readonly id: string; readonly version: number; readonly title: string };
  readonly overlays: readonly string[];
  readonly design: Design;
  readonly measures: readonly string[];
  readonly seeds: readonly string[];
  readonly cases: number;
  readonly finishedCases: number;
  /** Seeds of the finished cases, by how they came to be over. */
  readonly simulated: number;
  readonly stored: number;
  readonly failed: number;
  /** The first of them. */
  readonly failures: readonly (SeedFailure & { readonly label: string })[];
  readonly engineId: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly command: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Of the scenario that the cases differ from. */
  readonly spec: ScenarioSpec;
}

/** What the door that ran the sweep knows of it. */
export interface SweepFacts {
  readonly cases: number;
  readonly measures: readonly string[];
  readonly engineId: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly command: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** The manifest of a sweep, done or interrupted. */
export function sweepManifest(plan: Plan, outcome: SweepOutcome, facts: SweepFacts): SweepManifest {
  const { id, title, design, seeds } = plan;
  const { spec, metadata } = plan.document;
  const { digest, finishedCases, simulated, stored, failed, failures } = outcome;
  return {
    format: 'depin-studio/sweep/1',
    digest,
    complete: finishedCases === facts.cases,
    experiment: { id, title },
    scenario: { id: spec.id, version: spec.version, title: metadata.title },
    overlays: metadata.overlays ?? [],
    design,
    measures: facts.measures,
    seeds,
    cases: facts.cases,
    finishedCases,
    simulated,
    stored,
    failed,
    failures,
    engineId: facts.engineId,
    startedAt: facts.startedAt,
    durationMs: facts.durationMs,
    command: facts.command,
    versions: facts.versions,
    spec,
  };
}
