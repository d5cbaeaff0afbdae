import { valueOn } from '../../../../sim-core/analysis/flip/axis.ts';
import { flipSearch } from '../../../../sim-core/analysis/flip/flip-search.ts';
import type { Coordinates } from '../../../../sim-core/analysis/flip/search.ts';
import type { SingleFlip } from '../../../../sim-core/analysis/flip/single-flips.ts';
import { verdictInSeed } from '../../../../sim-core/analysis/verdict-in-seed.ts';
import type { Point } from '../../../../sim-core/contract/design.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import type { VerdictRule } from '../../../../sim-core/contract/verdict-rule.ts';
import type { OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import { createEvaluator } from '../evaluator.ts';
import { type RunnerOptions, withDesks } from '../runner.ts';
import type { FlipNumber, FlipTask } from './flip-task.ts';

/** A value that a number takes, beside the one it has. */
export interface MovedNumber {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
}

/** How far one number is from turning the verdict, in one direction. */
export interface NumberFlip extends MovedNumber {
  readonly direction: 'up' | 'down';
  /** `flips`: `to` is the nearest value that turns it. `stays`: `to` is the farthest that was looked at. */
  readonly kind: SingleFlip['kind'];
  /** Distance of `to`: the logarithm of the factor, or the share of the range. */
  readonly distance: number;
  /** Share of seeds in which the verdict holds at `to`; NaN where it stays. */
  readonly share: number;
  /** The value before `to` at which the verdict had not turned; where it stays, `to` itself. */
  readonly before: number;
  /** Where it stays: the end of the range, of the budget, or a point that cannot be run. Where it flips: known to a percent. */
  readonly ended: 'end' | 'budget' | 'fails' | 'exact' | 'coarse';
}

export interface FlipAnswer {
  readonly scenario: string;
  readonly verdict: { readonly id: string; readonly title: string; readonly rule: string };
  readonly seeds: readonly string[];
  /** Share of seeds in which the verdict holds as the scenario is. */
  readonly base: number;
  /** Those that turn it first, the nearest before all. */
  readonly numbers: readonly NumberFlip[];
  /** Several numbers at once, nearer than any alone; undefined where none was found. */
  readonly together:
    | { readonly distance: number; readonly share: number; readonly moved: readonly MovedNumber[] }
    | undefined;
  readonly points: number;
  readonly runs: number;
}

/** Searches the distance to the flip, every point on the same seeds. Throws `flip.base` where the scenario as it is has no answer. */
export const runFlip = (
  task: FlipTask,
  shelf: OverlayShelf,
  options: Omit<RunnerOptions, 'columns'>,
): Promise<FlipAnswer> => withDesks(options, (kept) => search(task, shelf, kept));

async function search(
  task: FlipTask,
  shelf: OverlayShelf,
  options: Omit<RunnerOptions, 'columns'>,
): Promise<FlipAnswer> {
  const { document, verdict, numbers, seeds, budget } = task;
  const measure = (batch: BatchResult): number => shareOf(verdict, batch);
  const evaluator = createEvaluator({ document, shelf, seeds, measure }, options);
  const axes = numbers.map(({ axis }) => axis);
  const steps = flipSearch(axes, Math.max(1, Math.floor(budget / seeds.length)));
  let step = steps.next();
  for (let first = true; step.done !== true; first = false) {
    const answers = await evaluator.at(step.value.map((at) => pointAt(numbers, at)));
    const [base] = answers;
    if (first && base?.ok === false) {
      throw new StudioError({
        ...base.problem,
        code: 'flip.base',
        message: `The scenario as it is does not run: ${base.problem.message}`,
      });
    }
    step = steps.next(answers.map((answer) => (answer.ok ? answer.value : Number.NaN)));
  }
  const { base, singles, nearest, points } = step.value;
  return {
    scenario: document.spec.id,
    verdict: { id: verdict.id, title: verdict.title, rule: verdict.rule },
    seeds,
    base,
    numbers: singles.flatMap((single) => numberFlip(numbers, single)).sort(nearestFirst),
    together:
      nearest === undefined
        ? undefined
        : { distance: nearest.distance, share: nearest.share, moved: movedAt(numbers, nearest.at) },
    points,
    runs: points * seeds.length,
  };
}

/** Share of seeds in which the verdict holds. */
function shareOf(rule: VerdictRule, batch: BatchResult): number {
  const holds = verdictInSeed(rule, batch);
  return batch.seeds.filter(({ columns }) => holds(columns)).length / batch.seeds.length;
}

/** Only what is moved is assigned: a value that is written is not always the one that was given, to the last bit. */
const pointAt = (numbers: readonly FlipNumber[], at: Coordinates): Point =>
  movedAt(numbers, at).map(({ path, to }) => ({ path, written: `${to}` }));

const movedAt = (numbers: readonly FlipNumber[], at: Coordinates): readonly MovedNumber[] =>
  numbers.flatMap((number, i) => {
    const to = valueOn(number.axis, at[i] ?? 0);
    return to === number.axis.base ? [] : [movedTo(number, to)];
  });

const movedTo = ({ path, label, unit, axis }: FlipNumber, to: number): MovedNumber => ({
  ...{ path, label, unit },
  from: axis.base,
  to,
});

function numberFlip(numbers: readonly FlipNumber[], single: SingleFlip): readonly NumberFlip[] {
  const number = numbers[single.axis];
  if (number === undefined) return [];
  const direction = single.direction > 0 ? 'up' : 'down';
  if (single.kind === 'stays') {
    const to = valueOn(number.axis, single.reached);
    // A number at the end of its range has nowhere to go, which is no finding.
    if (to === number.axis.base && single.because === 'end') return [];
    const rest = { share: Number.NaN, before: to, ended: single.because };
    return [
      { ...movedTo(number, to), direction, kind: 'stays', distance: Math.abs(single.reached), ...rest },
    ];
  }
  return [
    {
      ...movedTo(number, valueOn(number.axis, single.at)),
      direction,
      kind: 'flips',
      distance: Math.abs(single.at),
      share: single.share,
      before: valueOn(number.axis, single.before),
      ended: single.exact ? 'exact' : 'coarse',
    },
  ];
}

function nearestFirst(a: NumberFlip, b: NumberFlip): number {
  if (a.kind !== b.kind) return a.kind === 'flips' ? -1 : 1;
  return a.kind === 'flips' ? a.distance - b.distance : a.path.localeCompare(b.path);
}
