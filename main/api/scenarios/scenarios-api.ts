import type { Problem } from '../../../sim-core/contract/errors.ts';
import type { ParameterValue } from '../../../sim-core/contract/parameter.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import type { Slot } from '../../../sim-core/contract/slot.ts';
import type { Nothing } from '../nothing.ts';

export interface ScenariosApi {
  /** Those that are shipped and those of the project, sorted by title within each. */
  'scenarios.list'(input: Nothing): Promise<readonly ListedScenario[]>;
  'scenarios.open'(input: { readonly id: string }): Promise<OpenedScenario>;
  /** A scenario's text as it stands on disk, with all that is wrong with it. Throws `scenario.unknown`, or why it is no text. */
  'scenarios.text'(input: { readonly id: string }): Promise<ScenarioText>;
  /**
   * Reads a text as if it stood in the file of the scenario `id`, beside its data. What is wrong with it is in the answer; nothing is
   * written.
   */
  'scenarios.check'(input: { readonly id: string; readonly text: string }): Promise<CheckedScenario>;
  /** The text with values changed and everything else kept, comments included; each becomes an assumption that says `because`. */
  'scenarios.edit'(input: {
    readonly id: string;
    readonly text: string;
    readonly edits: readonly ScenarioEdit[];
  }): Promise<CheckedScenario>;
  /**
   * Writes the text of a scenario of the project. `over` is the digest of the text that the person saw last: where the file holds
   * another by now, nothing is written and the problem is `scenario.changed-outside`. Absent: the scenario is new, and
   * `scenario.taken` says that its folder is there. `base`: it is made from that scenario, whose data files are copied; the text is
   * given its own `id`, `base` and `title`. A text that cannot be read is not written: the answer is what is wrong with it.
   */
  'scenarios.save'(input: {
    readonly id: string;
    readonly text: string;
    readonly over?: string;
    readonly base?: string;
    readonly title?: string;
  }): Promise<OpenedScenario>;
}

export interface ScenarioText {
  readonly text: string;
  /** sha256 of the text: what `scenarios.save` wants to be told. */
  readonly textDigest: string;
  readonly problems: readonly Problem[];
}

/** One change of a scenario's text. */
export type ScenarioEdit =
  /** `path` is `horizon`, `start` or `<mechanism>.<parameter>`; `written` as in a file, its unit may be left out. */
  | {
      readonly kind: 'set';
      readonly path: string;
      readonly written: string;
      readonly because?: string;
    }
  /** Back to the mechanism's own default: the value is taken out of the file. */
  | { readonly kind: 'reset'; readonly path: string }
  /** Another mechanism in the place of one; values of parameters that both have are kept. */
  | { readonly kind: 'swap'; readonly mechanism: string; readonly to: string }
  | { readonly kind: 'add'; readonly mechanism: string }
  | { readonly kind: 'remove'; readonly mechanism: string };

/** What the Library shows of a scenario. A scenario that cannot be read is still listed, with its problem. */
export interface ScenarioCard {
  readonly id: string;
  /** `shipped` with the studio, or of the open project. */
  readonly place: 'shipped' | 'project';
  /** The scenario that it was made from. */
  readonly base?: string;
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

/** A scenario in the list of all, with what stands beside its file. */
export interface ListedScenario extends ScenarioCard {
  /** Other scenarios in its folder, such as `wireless-burn-mint/free`, sorted by id. */
  readonly variants: readonly ScenarioVariant[];
  /** What came of it, where that was stored and it has not changed since. */
  readonly course?: ScenarioCourse;
}

export interface ScenarioVariant {
  readonly id: string;
  readonly title: string;
  /** Why it cannot be read. */
  readonly problem?: Problem;
}

/** How one metric went in a scenario's runs: medians over seeds, with where 9 of 10 seeds lie, on days at equal distances. */
export interface ScenarioCourse {
  readonly metric: string;
  readonly title: string;
  readonly unit: string;
  /** How many seeds were run. */
  readonly seeds: number;
  /** From the first day to the last; `null` where no seed has a value. Of one length with `low` and `high`. */
  readonly median: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

export interface OpenedScenario {
  readonly card: ScenarioCard;
  /** The YAML as it stands on disk, comments included. */
  readonly text: string;
  /** sha256 of the text: what `scenarios.save` wants to be told. */
  readonly textDigest: string;
  readonly readme: string;
  /** SVG files that the readme shows, by the name it gives them. */
  readonly pictures: Readonly<Record<string, string>>;
  readonly spec: ScenarioSpec;
  readonly parameters: readonly ParameterView[];
  readonly warnings: readonly Problem[];
}

/** A text that was read. Without problems it can be run; each problem says where: `scenario.yaml:12:5`. */
export type CheckedScenario =
  | {
      readonly ok: true;
      readonly text: string;
      readonly card: ScenarioCard;
      readonly spec: ScenarioSpec;
      readonly parameters: readonly ParameterView[];
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly text: string; readonly problems: readonly Problem[] };

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
