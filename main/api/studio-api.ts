import type { Problem } from '../../sim-core/contract/errors.ts';
import type { ParameterValue } from '../../sim-core/contract/parameter.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import type { Slot } from '../../sim-core/contract/slot.ts';

/**
 * The hands of the studio: what a screen cannot do by itself. One interface, reached over Electron IPC, loopback HTTP, or
 * in memory; `routes.ts` is its table of inputs, outputs and handlers.
 */
export interface StudioApi {
  'studio.info'(input: Record<string, never>): Promise<StudioInfo>;
  'scenarios.list'(input: Record<string, never>): Promise<readonly ScenarioCard[]>;
  'scenarios.open'(input: { readonly id: string }): Promise<OpenedScenario>;
  /** Offers text as a file. Desktop: a save dialog. Browser: `saved` is null and the page downloads it itself. */
  'exports.save'(input: {
    readonly name: string;
    readonly text: string;
  }): Promise<{ readonly saved: string | null }>;
}

export type RouteName = keyof StudioApi;

/** Every answer that crosses a door. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export interface StudioInfo {
  readonly version: string;
  /** `sha256:…` of the engine bundle. */
  readonly engineId: string;
  readonly door: 'desktop' | 'browser' | 'memory';
}

/** What the Library shows of a scenario. A scenario that cannot be read is still listed, with its problem. */
export interface ScenarioCard {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** The question it answers, in one sentence. */
  readonly question: string;
  /** Kind of network: wireless, storage, compute … */
  readonly network: string;
  /** What it was held against, such as "HNT issuance on chain, 2023-04 to 2025-07"; absent where there is no open series. */
  readonly calibratedTo?: string;
  readonly startDate: string;
  readonly days: number;
  readonly providers: { readonly rows: number; readonly weight: number };
  readonly mechanisms: readonly { readonly id: string; readonly slot: Slot; readonly title: string }[];
  readonly problem?: Problem;
}

export interface OpenedScenario {
  readonly card: ScenarioCard;
  /** The YAML as it stands on disk, comments included. */
  readonly text: string;
  readonly readme: string;
  /** SVG files that the readme shows, by the name it gives them. */
  readonly pictures: Readonly<Record<string, string>>;
  readonly spec: ScenarioSpec;
  readonly parameters: readonly ParameterView[];
  readonly warnings: readonly Problem[];
}

/** A parameter with its provenance, for forms and for the Library's list of assumptions. */
export interface ParameterView {
  /** Such as `emission.halving.period`. */
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly why: string;
  readonly value: ParameterValue;
  /** In words, such as "60,000,000 token/year" or "lognormal, median 365 day, sigma 0.5". */
  readonly shown: string;
  readonly origin:
    | { readonly kind: 'source'; readonly title: string; readonly url?: string }
    | { readonly kind: 'assumption'; readonly because: string };
}
