import { quantileOf } from '../../../../sim-core/analysis/quantile.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import type { Assignment } from '../../../../sim-core/scenario/set-parameter.ts';
import type { CalibrateView, FanView } from '../../../api/jobs/job-result.ts';
import type { CalibrateAnswer } from '../../experiments/calibrate/calibrate-answer.ts';
import type { CalibrateTask } from '../../experiments/calibrate/calibrate-task.ts';
import { writeFitted } from '../../experiments/calibrate/write-fitted.ts';
import { createEvaluator } from '../../experiments/evaluator.ts';
import type { RunnerOptions } from '../../experiments/runner.ts';

/** A fit as a page shows it: the answer, what the fitted scenario says day by day, and its text. */
export async function fitView(
  task: CalibrateTask,
  answer: CalibrateAnswer,
  set: readonly Assignment[],
  options: Omit<RunnerOptions, 'columns'>,
): Promise<CalibrateView> {
  const { document } = task;
  const { record, columns, fit, heldOut, parameters, together, scores, seeds, points, notes } = answer;
  const text = fittedText(task, answer, set);
  return {
    ...{ kind: 'calibrate', record, columns, fit, parameters, together, scores, points, notes },
    ...(heldOut === undefined ? {} : { heldOut }),
    residuals: answer.residuals.map(({ observation: { day, days, value }, ...residual }) => ({
      ...{ day, days, value },
      ...residual,
    })),
    fans: await fansOf(task, answer, options),
    startDay: document.spec.startDay,
    ticks: document.spec.ticks,
    seeds: seeds.length,
    ...(text === undefined ? {} : { fittedText: text }),
  };
}

/** A fan for each column, of the seeds of the check: their runs are in the store by now. */
async function fansOf(
  { document, shelf, parameters }: CalibrateTask,
  { columns, checkSeeds, parameters: fitted }: CalibrateAnswer,
  options: Omit<RunnerOptions, 'columns'>,
): Promise<readonly FanView[]> {
  const point = parameters.map(({ factor: { path, unit } }, i) => ({
    path,
    written: `${fitted[i]?.value ?? ''}${unit === undefined ? '' : ` ${unit}`}`,
  }));
  const measure = (batch: BatchResult) => columns.map(({ metric }) => fanOf(batch, metric));
  const evaluator = createEvaluator({ document, shelf, seeds: checkSeeds, measure }, options);
  const [found] = await evaluator.at([point]);
  if (found?.ok !== true) throw new StudioError(found?.problem ?? { code: 'defect', message: 'no fan' });
  return found.value;
}

/** Day by day, over the seeds that have a value. */
export function fanOf({ metrics, seeds, ticks }: BatchResult, metric: string): FanView {
  const index = metrics.findIndex(({ id }) => id === metric);
  const at = (p: number): readonly number[] =>
    Array.from({ length: ticks }, (_, tick) => {
      const values = seeds.map(({ columns }) => columns[index]?.[tick] ?? Number.NaN);
      return quantileOf(
        values.filter((value) => !Number.isNaN(value)),
        p,
      );
    });
  return { p5: at(0.05), p25: at(0.25), median: at(0.5), p75: at(0.75), p95: at(0.95) };
}

/** Undefined where the record tells none of the parameters. */
function fittedText(
  { document }: CalibrateTask,
  answer: CalibrateAnswer,
  set: readonly Assignment[],
): string | undefined {
  if (!answer.parameters.some(({ told }) => told === 'known')) return undefined;
  const written = writeFitted(document, answer, set);
  return written.ok ? written.text : undefined;
}
