import type { Goals } from '../../../../sim-core/analysis/goals/goal.ts';
import { parseGoals } from '../../../../sim-core/analysis/goals/parse-goals.ts';
import { readyMeasure } from '../../../../sim-core/analysis/measure-of.ts';
import type { Described } from '../../../../sim-core/contract/engine.ts';
import { StudioError, toProblem } from '../../../../sim-core/contract/errors.ts';
import { verdicts } from '../../../../sim-core/metrics/verdicts.ts';
import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import type { Field } from '../../../../sim-core/scenario/entry.ts';
import type { ExperimentDocument } from '../../../../sim-core/scenario/experiment/experiment-document.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../../../sim-core/worker/load-engine.ts';
import type { OptimiseTask } from '../../../services/experiments/optimise/run-optimise.ts';
import { withWholeNumbers } from '../../../services/experiments/plan.ts';
import type { Installation } from '../../../services/installation.ts';
import { describedByEngine } from '../described-by-engine.ts';
import { experimentText, openExperiment } from '../open-experiment.ts';

/** An optimisation, and the experiment that asks for it. */
export interface OptimiseRequest {
  readonly task: OptimiseTask;
  readonly experiment: ExperimentDocument;
}

interface Flags {
  readonly seeds?: string;
  readonly budget: number;
  readonly designSeed?: string;
}

const usualSeeds = '1..8';

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
  const { experiment, document, shelf } = opened;
  const { design, sections } = experiment;
  if (design === undefined) throw lacking('design', 'what may be changed, and between which values', written);
  const field = sections.get('goals');
  if (field === undefined) throw lacking('goals', 'what is to be reached, in sentences', written);
  const goals = goalsIn(field);
  const units = await unitsOf(document, goals, field, installation);
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

/** One sentence, or a list of them. */
function goalsIn({ value, where }: Field): Goals {
  const items = value.kind === 'list' ? value.items : [value];
  const sentences = items.map((item) => {
    if (item.kind === 'scalar' && item.value !== null) return item.text;
    throw new StudioError({
      code: 'goal.syntax',
      message: 'goals holds something that is no sentence.',
      hint: 'Write a list such as [maximise providers.active@36mo, subject to sustainable].',
      where: item.where,
    });
  });
  try {
    return parseGoals(sentences);
  } catch (thrown) {
    throw new StudioError({ ...toProblem(thrown), where });
  }
}

/** Asks every measure of the scenario, so that a slip is told before anything runs; answers the units of the goals. */
async function unitsOf(
  document: ScenarioDocument,
  { goals, constraints }: Goals,
  { where }: Field,
  installation: Installation,
): Promise<readonly string[]> {
  const engine = await loadEngine(installation.engineUrl.href);
  const { metrics }: Described = await describedByEngine(installation, engine, document);
  const { startDay, ticks } = document.spec;
  try {
    const asked = { metrics, startDay, ticks, rules: verdicts };
    for (const { measure, bound, written } of constraints) {
      const { unit } = readyMeasure(measure, asked, suggestion);
      if (bound?.unit === undefined || bound.unit === unit) continue;
      throw new StudioError({
        code: 'goal.unit',
        message: `"${written}" is written in ${bound.unit}, and the measure is in ${unit}.`,
        hint: `Convert the number and write ${unit}, or leave the unit out.`,
      });
    }
    return goals.map(({ measure }) => readyMeasure(measure, asked, suggestion).unit);
  } catch (thrown) {
    throw new StudioError({ ...toProblem(thrown), where });
  }
}

const lacking = (key: string, what: string, where: string): StudioError =>
  new StudioError({
    code: 'optimise.incomplete',
    message: `The experiment has no ${key}: ${what}.`,
    hint: 'docs/how-to/optimise-a-rule.md shows a whole file.',
    where,
  });
