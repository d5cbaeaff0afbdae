import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';

/** One of the scenarios that are compared. */
export interface Side {
  /** As the address has it: `<id>` as on disk, `<id>~draft` as edited, `run:<name>` as a run was kept. */
  readonly ref: string;
  readonly kind: 'disk' | 'draft' | 'run';
  readonly scenario: string;
  /** Its name in this comparison: no other side has it. */
  readonly label: string;
  readonly title: string;
  readonly spec: ScenarioSpec;
  /** Absent where a kept run has none. */
  readonly text?: string;
  readonly parameters: readonly SideParameter[];
}

export interface SideParameter {
  readonly path: string;
  readonly label: string;
  /** In words, with its unit. */
  readonly shown: string;
  /** Where it comes from; `unknown` where a kept run has only the words. */
  readonly origin: { readonly kind: 'source' | 'assumption' | 'unknown'; readonly text: string };
}

/** More scenarios than this cannot be told apart in one picture. */
export const mostSides = 6;

/** The scenarios that an address names, each once. */
export const refsIn = (written: string | undefined): readonly string[] =>
  [...new Set((written ?? '').split(',').filter((ref) => ref !== ''))].slice(0, mostSides);

export const draftEnding = '~draft';
export const runStart = 'run:';

export const draftRef = (scenario: string): string => `${scenario}${draftEnding}`;
export const runRef = (run: string): string => `${runStart}${run}`;
