import type { Problem } from '../contract/errors.ts';
import type { Code } from '../contract/extension.ts';
import type { Mechanism } from '../contract/mechanism.ts';
import type { ScenarioSpec } from '../contract/scenario.ts';

/** What the reader, the schema and the forms need of a mechanism: its words and its rules for values, not what it does. */
export type MechanismDeclaration = Pick<
  Mechanism,
  | 'id'
  | 'version'
  | 'slot'
  | 'title'
  | 'summary'
  | 'sources'
  | 'parameters'
  | 'genesis'
  | 'refuses'
  | 'needs'
  | 'follows'
  | 'reads'
  | 'writes'
>;

/** A scenario that was read and found good. */
export interface ScenarioDocument {
  /** Its file, as messages name it. */
  readonly file: string;
  /** The YAML as it was read, comments included. */
  readonly text: string;
  readonly metadata: ScenarioMetadata;
  /** All that a result depends on. */
  readonly spec: ScenarioSpec;
  /** Where each value comes from, by parameter path such as `emission.halving.period`; defaults included. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** The mechanisms that it was read with: the engine's, and those of its project. */
  readonly declared: readonly MechanismDeclaration[];
  /** Its project's own modules, whose ids the spec names. */
  readonly code?: readonly Code[];
  /** What is allowed and yet worth knowing. */
  readonly warnings: readonly Problem[];
}

/** What people read of a scenario; no result depends on it. */
export interface ScenarioMetadata {
  readonly title: string;
  /** The question it answers, in one sentence. */
  readonly question: string;
  /** Kind of network: wireless, storage, compute … */
  readonly network: string;
  /** Id of the scenario that it was made from. */
  readonly base?: string;
  /** What it was held against. */
  readonly calibratedTo?: string;
  /** Ids of the overlays laid over it. */
  readonly overlays?: readonly string[];
  /** By key, as parameters cite them. */
  readonly sources: ReadonlyMap<string, CitedSource>;
}

export interface CitedSource {
  readonly title: string;
  readonly url?: string;
  readonly licence?: string;
}

export type Origin =
  | { readonly kind: 'source'; readonly title: string; readonly url?: string }
  | { readonly kind: 'assumption'; readonly because: string };

/** A scenario, or every problem that was found in it. */
export type ScenarioRead =
  | { readonly ok: true; readonly document: ScenarioDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] };
