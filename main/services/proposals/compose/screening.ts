import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import type { OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { FlipView, SensitivityView } from '../../../api/jobs/job-result.ts';
import type { CaseProgress } from '../../experiments/case.ts';
import { everyNumber } from '../../experiments/flip/flip-task.ts';
import { runFlip } from '../../experiments/flip/run-flip.ts';
import { verdictAsked } from '../../experiments/flip/verdict-asked.ts';
import type { RunStore } from '../../experiments/run-store.ts';
import { planSensitivity } from '../../experiments/sensitivity/plan-sensitivity.ts';
import { runSensitivity } from '../../experiments/sensitivity/run-sensitivity.ts';
import { factorsAsked, measureAsked } from '../../experiments/sensitivity/sensitivity-asked.ts';
import type { Installation } from '../../installation.ts';
import { flipView } from '../../jobs/kinds/flip-job.ts';
import { sensitivityView } from '../../jobs/kinds/sensitivity-job.ts';

interface ScreeningTools {
  readonly installation: Installation;
  readonly shelf: OverlayShelf;
  readonly store?: RunStore;
  readonly workers?: number;
  readonly signal: AbortSignal;
  readonly begin: (doing: string, runs: number) => CaseProgress;
}

/** Of the budget, the part for assumptions; the rest is for the distance to the flip. */
const share = 2 / 3;
/** Screening looks for what is large: two seeds tell that from luck. */
const screeningSeeds = seedRange('1..2');
const flipSeeds = seedRange('1..5');

/** Which assumptions without a source move a measure. Throws `sensitivity.budget` where the budget is too small. */
export async function screenSensitivity(
  {
    document,
    measure,
    budget,
  }: { readonly document: ScenarioDocument; readonly measure: string; readonly budget: number },
  tools: ScreeningTools,
): Promise<SensitivityView> {
  const { installation, shelf, begin } = tools;
  const plan = planSensitivity({
    ...{ document, shelf, seeds: screeningSeeds, designSeed: '1', budget: Math.floor(budget * share) },
    ...factorsAsked(document, 'all-unsourced'),
    ...(await measureAsked(document, { text: measure, where: measure }, installation)),
  });
  const progress = begin('What the result rests on', plan.runs);
  return sensitivityView(await runSensitivity(plan, { ...optionsOf(tools), progress }), plan.choice.points);
}

/** How far a verdict is from turning, as far as the budget goes. */
export async function screenFlip(
  {
    document,
    verdict,
    budget,
  }: { readonly document: ScenarioDocument; readonly verdict: string; readonly budget: number },
  tools: ScreeningTools,
): Promise<FlipView> {
  const { installation, shelf, begin } = tools;
  const rule = await verdictAsked(document, { text: verdict, where: verdict }, installation);
  const runs = Math.floor(budget * (1 - share));
  const progress = begin('How far the verdict is from turning', runs);
  const task = { document, verdict: rule, numbers: everyNumber(document), seeds: flipSeeds, budget: runs };
  return flipView(await runFlip(task, shelf, { ...optionsOf(tools), progress }));
}

const optionsOf = ({ installation, store, workers, signal }: ScreeningTools) => ({
  ...{ installation, signal },
  ...(store === undefined ? {} : { store }),
  ...(workers === undefined ? {} : { workers }),
});
