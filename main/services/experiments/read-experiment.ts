import { StudioError, toProblem } from '../../../sim-core/contract/errors.ts';
import { seedRange } from '../../../sim-core/results/seed-range.ts';
import type { OverlayShelf } from '../../../sim-core/scenario/experiment/apply-point.ts';
import type { ExperimentDocument } from '../../../sim-core/scenario/experiment/experiment-document.ts';
import { parseExperiment } from '../../../sim-core/scenario/experiment/parse-experiment.ts';
import type { Placed } from '../../../sim-core/scenario/experiment/placed.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { Refusal } from '../refusal.ts';
import { underExperiment } from './under-experiment.ts';

/** An experiment, and the scenario that its cases differ from. */
export interface ReadExperiment {
  readonly experiment: ExperimentDocument;
  /** With the overlays and values that hold in every case. */
  readonly document: ScenarioDocument;
  readonly shelf: OverlayShelf;
  /** Where the file says which. */
  readonly seeds?: readonly string[];
}

/** Reads the text of an experiment file on a scenario that is at hand. Throws a `Refusal` with every problem and its place. */
export function readExperiment(
  file: string,
  text: string,
  base: ScenarioDocument,
  shelf: OverlayShelf,
): ReadExperiment {
  const read = parseExperiment(file, text);
  if (!read.ok) throw new Refusal(read.problems);
  return experimentOn(read.experiment, base, shelf);
}

/** An experiment on a scenario that is at hand. Throws a `Refusal` with every problem and its place. */
export function experimentOn(
  experiment: ExperimentDocument,
  base: ScenarioDocument,
  shelf: OverlayShelf,
): ReadExperiment {
  const seeds = experiment.seeds === undefined ? undefined : seedsOf(experiment.seeds);
  return {
    experiment,
    document: underExperiment(base, experiment, shelf),
    shelf,
    ...(seeds === undefined ? {} : { seeds }),
  };
}

function seedsOf({ text, where }: Placed): readonly string[] {
  try {
    return seedRange(text);
  } catch (thrown) {
    throw new StudioError({ ...toProblem(thrown), where });
  }
}
