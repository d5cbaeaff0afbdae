import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import type { SensitivityView } from '../../../api/jobs/job-result.ts';
import { planSensitivity, problemsAtEnds } from '../../experiments/sensitivity/plan-sensitivity.ts';
import { casesOfSensitivity, runSensitivity } from '../../experiments/sensitivity/run-sensitivity.ts';
import { factorsAsked, measureAsked } from '../../experiments/sensitivity/sensitivity-asked.ts';
import type { SensitivityResult } from '../../experiments/sensitivity/sensitivity-result.ts';
import { leftOutNotes } from '../../experiments/sensitivity/tried-factor.ts';
import { Refusal } from '../../refusal.ts';
import type { JobParts, PreparedJob } from '../prepared-job.ts';
import { interactionSentence } from './interaction-sentence.ts';

const usualBudget = 1000;

/** A sensitivity analysis: which parameters move a result. */
export async function sensitivityJob(parts: JobParts): Promise<PreparedJob> {
  const { experiment, document, shelf, installation } = parts;
  const section = experiment.sections.sensitivity ?? {};
  const [measure] = experiment.measures;
  if (measure === undefined)
    throw new StudioError({
      code: 'sensitivity.no-measure',
      message: 'Nothing is measured yet.',
      hint: 'Choose the result that is to be explained.',
      where: experiment.file,
    });
  const task = {
    document,
    shelf,
    ...factorsAsked(document, section.factors),
    ...(await measureAsked(document, measure, installation)),
    seeds: parts.seeds ?? seedRange('1..4'),
    budget: section.budget ?? usualBudget,
    ...(section.method === undefined ? {} : { method: section.method }),
    designSeed: section.seed ?? '1',
  };
  const plan = planSensitivity(task);
  const problems = problemsAtEnds(task);
  if (problems.length > 0) throw new Refusal(problems);
  const { points, because } = plan.choice;
  return {
    document,
    points: points + 1,
    runs: plan.runs,
    cases: () => casesOfSensitivity(plan),
    because,
    notes: leftOutNotes(task.leftOut),
    async run({ told, ...options }) {
      const result = await runSensitivity(plan, {
        ...options,
        told: (pointsDone, soFar) =>
          told(() => {
            // An analysis says itself when there is too little for it.
            try {
              return sensitivityView(soFar(), pointsDone);
            } catch {
              return { kind: 'sensitivity-so-far', points, pointsDone };
            }
          }),
      });
      return { result: sensitivityView(result, points) };
    },
  };
}

/** The result as screens and drafts show it. */
export function sensitivityView(result: SensitivityResult, pointsDone: number): SensitivityView {
  const { measure, title, unit, method, because, effectMeans, intervalMethod, points } = result;
  const { asItIs, mean, deviation, factors, unsourced, without, leftOut } = result;
  return {
    kind: 'sensitivity',
    ...{ measure, title, unit, method, because, effectMeans, intervalMethod, points, pointsDone },
    ...{ asItIs, mean, deviation, factors, leftOut },
    unsourced: { sentence: unsourced.sentence },
    interaction: interactionSentence(method, factors),
    without: without.map(({ points: count, problem }) => ({ points: count, message: problem.message })),
  };
}
