import type { Goals } from '../../../../sim-core/analysis/goals/goal.ts';
import { outcomeOf, statisticOf } from '../../../../sim-core/analysis/goals/judge.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import type { GoalLimit, GoalView, OptimiseSoFar, OptimiseView } from '../../../api/jobs/job-result.ts';
import { goalsAsked } from '../../experiments/optimise/goals-asked.ts';
import {
  type OptimiseTask,
  runOptimise,
  type TriedCandidate,
} from '../../experiments/optimise/run-optimise.ts';
import { withWholeNumbers } from '../../experiments/plan.ts';
import type { JobParts, PreparedJob } from '../prepared-job.ts';
import { namedPath } from './named-path.ts';

const usualBudget = 1000;

/** A search for the values that serve written goals best. */
export async function optimiseJob(parts: JobParts): Promise<PreparedJob> {
  const { experiment, document, shelf, installation, budget = usualBudget } = parts;
  const { id, title, design, measures, sections, file } = experiment;
  if (design === undefined) throw lacking('Choose what may be changed, and between which values.', file);
  if (sections.goals === undefined) throw lacking('Write what is to be reached, in a sentence.', file);
  const { goals, units } = await goalsAsked(document, sections.goals, installation);
  const seeds = parts.seeds ?? seedRange('1..8');
  const whole = withWholeNumbers({ id, title, document, shelf, design, seeds, measures }).design;
  // As many candidates in a generation as the file says; a page leaves it to the budget.
  const task: OptimiseTask = {
    ...{ document, shelf, factors: whole.factors, goals, units, seeds, budget },
    designSeed: whole.seed,
  };
  const head = headOf(task);
  const many = `${task.factors.length} ${task.factors.length === 1 ? 'parameter' : 'parameters'}`;
  return {
    document,
    points: Math.floor(budget / seeds.length),
    runs: budget,
    because: `A genetic search (NSGA-II) over ${many}: candidates are compared on the same ${seeds.length} seeds, and the best are checked on fresh ones, for at most ${budget.toLocaleString('en')} runs in all.`,
    notes: [],
    async run({ told, ...options }) {
      const tried: TriedCandidate[] = [];
      const answer = await runOptimise(task, {
        ...options,
        told(candidates) {
          tried.push(...candidates);
          told(() => soFar(head, task.goals, tried));
        },
      });
      const { asItIs, front, found, infeasible, candidates } = answer;
      const result: OptimiseView = {
        ...{ kind: 'optimise', ...head, asItIs, front, found, infeasible, candidates },
        parameters: task.factors.map(({ path }) => namedPath(document, path)),
        seeds: answer.seeds.length,
        checkSeeds: answer.checkSeeds.length,
      };
      return { result };
    },
  };
}

interface Head {
  readonly goals: readonly GoalView[];
  readonly constraints: readonly string[];
  readonly limits: readonly GoalLimit[];
}

function headOf({ goals: { goals, constraints }, units }: OptimiseTask): Head {
  return {
    goals: goals.map(({ written, sense }, i) => ({ written, sense, unit: units[i] ?? '1' })),
    constraints: constraints.map(({ written }) => written),
    limits: goals.flatMap(({ measure }, goal) =>
      constraints.flatMap(({ measure: bounded, bound, probability, written }): GoalLimit[] => {
        const same = JSON.stringify(bounded) === JSON.stringify(measure);
        if (!same || bound === undefined || probability !== undefined) return [];
        const keep = bound.comparison.startsWith('<') ? 'below' : 'above';
        return [{ goal, keep, value: bound.limit, written }];
      }),
    ),
  };
}

/** Every candidate that was tried, on the seeds of the search. */
const soFar = (head: Head, goals: Goals, tried: readonly TriedCandidate[]): OptimiseSoFar => ({
  kind: 'optimise-so-far',
  ...head,
  candidates: tried.map(({ point, values }) => ({
    point,
    goals: goals.goals.map(({ statistic }, i) => statisticOf(statistic, values[i] ?? [])),
    feasible: outcomeOf(goals, values).violation === 0,
  })),
});

const lacking = (message: string, where: string): StudioError =>
  new StudioError({ code: 'experiment.incomplete', message, where });
