import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import type { ExperimentDocument } from '../../../../sim-core/scenario/experiment/experiment-document.ts';
import { goalsAsked } from '../../../services/experiments/optimise/goals-asked.ts';
import type { OptimiseTask } from '../../../services/experiments/optimise/run-optimise.ts';
import { withWholeNumbers } from '../../../services/experiments/plan.ts';
import type { Installation } from '../../../services/installation.ts';
import { lackingSection } from '../lacking-section.ts';
import { experimentText, openExperiment } from '../open-experiment.ts';

/** An optimisation, and the experiment that asks for it. */
export interface OptimiseRequest {
  readonly task: OptimiseTask;
  readonly experiment: ExperimentDocument;
  /** Folder of the project, where runs are kept. */
  readonly project: string;
}

interface Flags {
  readonly seeds?: string;
  readonly budget: number;
  readonly designSeed?: string;
}

const usualSeeds = '1..8';
const page = 'optimise-a-rule.md';

/** Reads an experiment file with `design` and `goals`. Throws what is wrong with it, before anything runs. */
export async function optimiseTask(
  written: string,
  { seeds: asked, budget, designSeed }: Flags,
  installation: Installation,
): Promise<OptimiseRequest> {
  const text = await experimentText(written);
  if (text === undefined) {
    throw new StudioError({
      code: 'optimise.no-experiment',
      message: `${written} is no experiment file.`,
      hint: 'Name a YAML file with scenario, design and goals; docs/how-to/optimise-a-rule.md shows one.',
    });
  }
  const opened = await openExperiment(written, text, installation);
  const { experiment, document, shelf, project } = opened;
  const { design, sections } = experiment;
  if (design === undefined)
    throw lackingSection('design', 'what may be changed, and between which values', page, written);
  if (sections.goals === undefined)
    throw lackingSection('goals', 'what is to be reached, in sentences', page, written);
  const { goals, units } = await goalsAsked(document, sections.goals, installation);
  const seeds = asked === undefined ? (opened.seeds ?? seedRange(usualSeeds)) : seedRange(asked);
  const { id, title, measures } = experiment;
  const { factors, seed, runs } = withWholeNumbers({
    id,
    title,
    document,
    shelf,
    design,
    seeds,
    measures,
  }).design;
  const population = runs === undefined ? {} : { population: runs };
  return {
    experiment,
    project,
    task: {
      document,
      shelf,
      factors,
      goals,
      units,
      seeds,
      budget,
      ...population,
      designSeed: designSeed ?? seed,
    },
  };
}
