import type { Problem } from '../../../sim-core/contract/errors.ts';
import { toProblem } from '../../../sim-core/contract/errors.ts';
import type { Sections } from '../../../sim-core/scenario/experiment/sections.ts';
import { loadEngine } from '../../../sim-core/worker/load-engine.ts';
import { describedByEngine } from '../../services/experiments/described-by-engine.ts';
import { measuresFor } from '../../services/experiments/measures.ts';
import { problemsAtEnds } from '../../services/experiments/sensitivity/plan-sensitivity.ts';
import type { Installation } from '../../services/installation.ts';
import { Refusal } from '../../services/refusal.ts';
import { runRequest } from '../run-request.ts';
import { calibrateRequest } from './calibrate/calibrate-request.ts';
import { compareRequest } from './compare/compare-request.ts';
import { flipRequest } from './flip/flip-request.ts';
import { openExperiment } from './open-experiment.ts';
import { optimiseTask } from './optimise/optimise-task.ts';
import { sensitivityRequest } from './sensitivity/sensitivity-task.ts';
import { prepareSweep } from './sweep/prepare-sweep.ts';

/** What each command finds wrong with a file that has its section, before it runs anything. */
const checks: {
  readonly [Name in keyof Sections]?: (file: string, installation: Installation) => Promise<unknown>;
} = {
  sensitivity: async (file, installation) => {
    const { task } = await sensitivityRequest(file, { set: [], overlay: [] }, installation);
    const problems = problemsAtEnds(task);
    if (problems.length > 0) throw new Refusal(problems);
  },
  goals: (file, installation) => optimiseTask(file, { budget: Number.POSITIVE_INFINITY }, installation),
  fit: (file, installation) => calibrateRequest(file, { map: [], set: [], overlay: [] }, installation),
  compare: (file, installation) =>
    compareRequest([file], { set: [], overlay: [], setAll: [], measure: [] }, installation),
  flip: (file, installation) => flipRequest(file, { set: [], overlay: [] }, installation),
  stop: async (file, installation) => {
    const { document, rule, ruleAt } = await runRequest(file, { set: [], overlay: [] }, installation);
    const engine = await loadEngine(installation.engineUrl.href);
    const described = await describedByEngine(installation, engine, document);
    const asked = rule === undefined ? [] : [{ text: rule.written, where: ruleAt }];
    measuresFor([{ spec: document.spec, described }], asked);
  },
};

const checkDesign = (file: string, installation: Installation) =>
  prepareSweep(file, { vary: [], set: [], overlay: [], measure: [] }, installation);

/** Every problem of an experiment file with its scenario; none where each command that it is for would start. */
export async function problemsOfExperiment(
  file: string,
  text: string,
  installation: Installation,
): Promise<readonly Problem[]> {
  const { experiment } = await openExperiment(file, text, installation);
  const { design, sections } = experiment;
  const problems: Problem[] = [];
  const asked = Object.entries(checks).flatMap(([name, check]) => (name in sections ? [check] : []));
  for (const check of [...(design === undefined ? [] : [checkDesign]), ...asked])
    await check(file, installation).catch((thrown: unknown) => {
      problems.push(...(thrown instanceof Refusal ? thrown.problems : [toProblem(thrown)]));
    });
  return problems;
}
