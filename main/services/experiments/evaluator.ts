import type { Point } from '../../../sim-core/contract/design.ts';
import type { Problem } from '../../../sim-core/contract/errors.ts';
import type { BatchResult } from '../../../sim-core/contract/run.ts';
import { applyPoint, type OverlayShelf } from '../../../sim-core/scenario/experiment/apply-point.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { cancelled } from './cancelled.ts';
import { type RunnerOptions, runCases } from './runner.ts';

/** What came of a point: what was measured on its seeds, or why it could not be. */
export type Evaluated<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** Answers points of a scenario, for searches that choose the next points by the answers to the last. */
export interface Evaluator<T> {
  /** One answer a point, in their order. Points that were asked before cost nothing. Throws `experiment.cancelled`. */
  at(points: readonly Point[]): Promise<readonly Evaluated<T>[]>;
}

/** A scenario, what points may name, the seeds that every point has in common, and what is measured. */
export interface Evaluation<T> {
  readonly document: ScenarioDocument;
  readonly shelf: OverlayShelf;
  readonly seeds: readonly string[];
  /** Reads a batch in which every seed has finished; it is let go afterwards, so memory does not grow with points. */
  measure(batch: BatchResult): T;
}

/**
 * An evaluator in which a point fails where the scenario refuses it, or where one of its seeds fails. Its calls share their workers
 * where the options come from `withDesks`.
 */
export function createEvaluator<T>(
  { document, shelf, seeds, measure }: Evaluation<T>,
  options: Omit<RunnerOptions, 'columns'>,
): Evaluator<T> {
  const known = new Map<string, Evaluated<T>>();
  const keyOf = (point: Point): string => JSON.stringify(point);

  /** Runs points that differ from each other and from all that are known. */
  const run = async (points: ReadonlyMap<string, Point>): Promise<void> => {
    const keys: string[] = [];
    const cases = [];
    for (const [key, point] of points) {
      const read = applyPoint(document, point, shelf);
      if (read.ok) {
        keys.push(key);
        cases.push({ document: read.document, seeds });
      } else known.set(key, { ok: false, problem: read.problems[0] ?? unexplained });
    }
    if (cases.length === 0) return;
    for await (const { index, batch } of runCases(cases, { ...options, columns: true })) {
      const [failure] = batch.failures;
      const key = keys[index] ?? '';
      known.set(
        key,
        failure === undefined ? { ok: true, value: measure(batch) } : { ok: false, problem: failure.problem },
      );
    }
    if (options.signal?.aborted === true) throw cancelled(options.store !== undefined);
  };

  return {
    async at(points) {
      const wanted = points.map((point) => [keyOf(point), point] as const);
      await run(new Map(wanted.filter(([key]) => !known.has(key))));
      return wanted.map(([key]) => known.get(key) ?? { ok: false, problem: unexplained });
    },
  };
}

const unexplained: Problem = { code: 'experiment.no-answer', message: 'The point was not run.' };
