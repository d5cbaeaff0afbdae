import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import type { FlipView } from '../../../api/jobs/job-result.ts';
import { everyNumber, namedNumbers } from '../../experiments/flip/flip-task.ts';
import { type FlipAnswer, runFlip } from '../../experiments/flip/run-flip.ts';
import { verdictAsked } from '../../experiments/flip/verdict-asked.ts';
import { inPlace } from '../../experiments/in-place.ts';
import type { JobParts, PreparedJob } from '../prepared-job.ts';

const usualBudget = 1000;

/** How far a verdict is from turning. */
export async function flipJob(parts: JobParts): Promise<PreparedJob> {
  const { experiment, document, shelf, installation } = parts;
  const section = experiment.sections.flip;
  if (section === undefined)
    throw new StudioError({
      code: 'experiment.incomplete',
      message: 'Choose the verdict that is to turn.',
      where: experiment.file,
    });
  const verdict = await verdictAsked(document, section.verdict, installation);
  const { factors } = section;
  const numbers =
    factors === undefined
      ? everyNumber(document)
      : inPlace(factors.places, undefined, () => namedNumbers(document, factors.list));
  const seeds = parts.seeds ?? seedRange('1..9');
  const budget = section.budget ?? usualBudget;
  if (budget < 2 * seeds.length)
    throw new StudioError({
      code: 'flip.budget',
      message: `${budget} runs are not two points of ${seeds.length} seeds.`,
      hint: 'Allow more runs, or take fewer seeds.',
      where: experiment.file,
    });
  return {
    document,
    points: Math.floor(budget / seeds.length),
    runs: budget,
    because: `Each of ${numbers.length} numbers is moved from where it is, up and down, until the verdict turns or its range ends; then several are moved together. Every point has the same ${seeds.length} seeds.`,
    notes: [],
    async run({ told: _, ...options }) {
      return {
        result: flipView(await runFlip({ document, verdict, numbers, seeds, budget }, shelf, options)),
      };
    },
  };
}

/** The answer as screens and drafts show it. */
export function flipView({ verdict, base, numbers, together, points, seeds }: FlipAnswer): FlipView {
  return {
    ...{ kind: 'flip', verdict, base, points, seeds: seeds.length },
    numbers: numbers.map(({ before: _, ...number }) => number),
    ...(together === undefined ? {} : { together }),
  };
}
