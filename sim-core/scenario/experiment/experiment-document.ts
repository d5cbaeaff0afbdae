import type { Problem } from '../../contract/errors.ts';
import type { Placed } from './placed.ts';
import type { PlacedDesign } from './placed-design.ts';
import type { PlacedAssignment } from './read-assignments.ts';
import type { Sections } from './sections.ts';

/** An experiment file that was read and found good by itself; whether its scenario has what it varies is seen with the scenario. */
export interface ExperimentDocument {
  /** As messages name it. */
  readonly file: string;
  readonly id: string;
  readonly title: string;
  /** What it is to answer, in one sentence. */
  readonly question: string;
  /** A scenario of the project, or a shipped one, by id; or a path relative to the file. */
  readonly scenario: Placed;
  /** Laid over every case. */
  readonly overlays: readonly Placed[];
  /** Holds in every case, unless its point says otherwise. */
  readonly set: readonly PlacedAssignment[];
  /** As after `--seeds`. */
  readonly seeds?: Placed;
  readonly design?: PlacedDesign;
  /** As `parseMeasure` reads them; none: what is looked at first. */
  readonly measures: readonly Placed[];
  /** What single kinds of experiments add. */
  readonly sections: Sections;
}

export type ExperimentRead =
  | { readonly ok: true; readonly experiment: ExperimentDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] };
