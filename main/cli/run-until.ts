import { measureOf } from '../../sim-core/analysis/measure-of.ts';
import { type StopRule, type StopState, stopState } from '../../sim-core/analysis/stop-rule.ts';
import { StudioError } from '../../sim-core/contract/errors.ts';
import type { SeedFailure, SeedResult } from '../../sim-core/contract/run.ts';
import { measuresFor, readyIn } from '../services/experiments/measures.ts';
import type { Installation } from '../services/installation.ts';
import { type FinishedBatch, type Runnable, runBatch, type Watch } from './run-batch.ts';

/** A batch that ended when there were enough seeds, or all had run. */
export interface StoppedBatch extends FinishedBatch {
  /** Seeds that were started, in the order asked for. */
  readonly started: readonly string[];
  readonly rule: StopRule;
  readonly state: StopState;
}

/** Seeds before the first look; then a quarter more each time, since every look is a chance to stop too early. */
const firstLook = 20;
const growth = 1.25;

/**
 * Runs seeds in their order until the interval of the rule is narrow enough. When it is looked at depends on the seeds alone, not
 * on threads, so the same seeds are the result anywhere. Throws what `measuresFor` throws, before anything runs.
 */
export async function runUntil(
  installation: Installation,
  runnable: Runnable,
  seeds: readonly string[],
  rule: StopRule,
  {
    workers,
    onDescribed,
    ruleAt,
    ...watch
  }: Watch & { readonly workers: number | undefined; readonly ruleAt: string },
): Promise<StoppedBatch> {
  const results: SeedResult[] = [];
  const failures: SeedFailure[] = [];
  const wanted = [{ text: rule.written, where: ruleAt }];
  let first: FinishedBatch | undefined;
  let durationMs = 0;
  for (let looked = 0, look = firstLook; ; looked = look, look = Math.ceil(look * growth)) {
    const chunk = await runBatch(installation, runnable, seeds.slice(looked, look), workers, {
      ...watch,
      onDescribed(described) {
        onDescribed?.(described);
        measuresFor([{ spec: runnable.spec, described }], wanted);
      },
    });
    first ??= chunk;
    durationMs += chunk.durationMs;
    results.push(...chunk.batch.seeds);
    failures.push(...chunk.batch.failures);
    const { engine } = first;
    const started = seeds.slice(0, look);
    const { metrics, breakdowns } = chunk.batch;
    const described = { metrics, breakdowns };
    const ready = readyIn(runnable.spec, described, { name: rule.written, measure: rule.measure });
    if (ready === undefined) throw noMeasure(rule);
    const state = stopState(rule, measureOf({ seeds: results }, ready));
    if (!(state.reached || chunk.cancelled || look >= seeds.length)) continue;
    const batch = engine.fold(runnable.spec, started, results, failures, described);
    return { ...first, batch, cancelled: chunk.cancelled, durationMs, started, rule, state };
  }
}

/** Why it stopped, in a sentence. */
export function stopText(stopped: Pick<StoppedBatch, 'rule' | 'state' | 'started' | 'cancelled'>): string {
  const { rule, state, started, cancelled } = stopped;
  if (state.reached)
    return `Enough: after ${started.length} seeds the interval of ${rule.written} ${widthText(stopped)}.`;
  const why = cancelled ? 'It was cancelled' : `All ${started.length} seeds have run`;
  // No number of seeds helps where nothing has a number, or where there is nothing to take a share of.
  if (state.known === 0 && started.length > 0)
    return `${why}, and ${rule.written} has a number in none: ask for another day, or another metric.`;
  if (state.width === Number.POSITIVE_INFINITY && !Number.isNaN(state.low))
    return `${why}, and the interval of ${rule.written} is ${state.low} to ${state.high} around a median of 0, of which nothing is a percentage: ask for another metric, or for a fixed number of seeds.`;
  return `${why}, and the interval of ${rule.written} ${widthText(stopped)}; ${rule.below} was asked for. More seeds would narrow it.`;
}

function widthText({ rule, state }: Pick<StoppedBatch, 'rule' | 'state'>): string {
  const unit = rule.measure.kind === 'verdict' ? 'points' : '% of the median';
  return Number.isFinite(state.width)
    ? `spans ${state.width.toFixed(2)} ${unit}`
    : 'is not known, as there are too few';
}

const noMeasure = (rule: StopRule): StudioError =>
  new StudioError({
    code: 'until.no-measure',
    message: `The runs have no ${rule.written}.`,
    where: '--until',
  });
