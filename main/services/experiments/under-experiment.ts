import { applyPoint, type OverlayShelf } from '../../../sim-core/scenario/experiment/apply-point.ts';
import type { ExperimentDocument } from '../../../sim-core/scenario/experiment/experiment-document.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { Refusal } from '../refusal.ts';

/** A scenario with the overlays and values that an experiment lays over every case. Throws a `Refusal` with their places. */
export function underExperiment(
  base: ScenarioDocument,
  { file, overlays, set }: ExperimentDocument,
  shelf: OverlayShelf,
): ScenarioDocument {
  const laid =
    overlays.length === 0 ? [] : [{ path: 'overlay', written: overlays.map((each) => each.text).join('+') }];
  const changed = applyPoint(base, [...set, ...laid], shelf);
  if (changed.ok) return changed.document;
  const places = new Map(set.map((each) => [each.path, each.where]));
  const overlaid = overlays[0]?.where;
  throw new Refusal(
    changed.problems.map((problem) => {
      const where =
        places.get(problem.where ?? '') ?? (problem.code.startsWith('overlay.') ? overlaid : undefined);
      return { ...problem, where: where ?? problem.where ?? file };
    }),
  );
}
