import { pointAt } from '../../../../sim-core/analysis/designs/point-at.ts';
import type { ReadyMeasure } from '../../../../sim-core/analysis/measure-of.ts';
import { chooseMethod, type MethodChoice } from '../../../../sim-core/analysis/sensitivity/choose-method.ts';
import type { Problem } from '../../../../sim-core/contract/errors.ts';
import type { SensitivityMethod } from '../../../../sim-core/contract/sensitivity-method.ts';
import { applyPoint, type OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { NamedMeasure } from '../measures.ts';
import { type Analysis, analysisOf, unsourcedGroup } from './analyses.ts';
import { shownIn } from './shown-in.ts';
import type { LeftOut, TriedFactor } from './tried-factor.ts';

/** What is asked: which of these factors move this measure of this scenario, for so many runs. */
export interface SensitivityTask {
  readonly document: ScenarioDocument;
  /** Overlays that factors may name. */
  readonly shelf: OverlayShelf;
  readonly factors: readonly TriedFactor[];
  readonly leftOut: readonly LeftOut[];
  /** As it was written, and ready for the scenario as it is. */
  readonly named: NamedMeasure;
  readonly measure: ReadyMeasure;
  readonly seeds: readonly string[];
  /** Runs that may be made: points times seeds. */
  readonly budget: number;
  /** Chosen from the budget if absent. */
  readonly method?: SensitivityMethod;
  /** Of the design and of the bootstrap. */
  readonly designSeed: string;
}

/** How it will be answered, known before anything has run. */
export interface SensitivityPlan {
  readonly task: SensitivityTask;
  readonly choice: MethodChoice;
  readonly analysis: Analysis;
  /** With those of the scenario as it is. */
  readonly runs: number;
}

/**
 * Chooses the method and lays out the design. The scenario as it is takes a point of the budget. Throws `sensitivity.budget`,
 * `sensitivity.no-factors`; `problemsAtEnds` finds ranges that the scenario refuses.
 */
export function planSensitivity(task: SensitivityTask): SensitivityPlan {
  const { factors, measure, seeds, budget, designSeed } = task;
  const verdict = measure.yesOrNo;
  const groups = unsourcedGroup(factors).length;
  const points = Math.floor(budget / seeds.length) - 1;
  const choice = chooseMethod({ factors: factors.length, groups, budget: points, verdict }, task.method);
  const show = shownIn(verdict ? 'share' : measure.unit);
  const analysis = analysisOf(choice, { factors, seed: designSeed, verdict, show });
  return { task, choice, analysis, runs: (choice.points + 1) * seeds.length };
}

/** What is wrong with the ends of the ranges, each tried by itself: a mistyped range is told before anything runs. */
export function problemsAtEnds({ document, shelf, factors }: SensitivityTask): readonly Problem[] {
  return factors.flatMap(({ factor }) => {
    const coordinates = 'values' in factor ? factor.values.map((_, i) => i / factor.values.length) : [0, 1];
    return coordinates.flatMap((coordinate) => {
      const read = applyPoint(document, pointAt([factor], [coordinate]), shelf);
      return read.ok ? [] : read.problems.slice(0, 1);
    });
  });
}
