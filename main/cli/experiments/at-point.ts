import type { Point } from '../../../sim-core/contract/design.ts';
import { applyPoint } from '../../../sim-core/scenario/experiment/apply-point.ts';
import type { Overlay } from '../../../sim-core/scenario/overlay.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import type { Installation } from '../../services/installation.ts';
import { Refusal } from '../../services/refusal.ts';
import { findOverlay } from '../overlay/find-overlay.ts';

/** The scenario with the changes of a point, overlays read from where they are. Throws a `Refusal` where one makes no sense. */
export async function atPoint(
  document: ScenarioDocument,
  point: Point,
  installation: Installation,
): Promise<ScenarioDocument> {
  const names = point.flatMap(({ path, written }) => (path === 'overlay' ? written.split('+') : []));
  const shelf = new Map<string, Overlay>();
  for (const name of names.map((each) => each.trim()))
    if (name !== 'none') shelf.set(name, await findOverlay(name, installation));
  const applied = applyPoint(document, point, shelf);
  if (applied.ok) return applied.document;
  throw new Refusal(applied.problems);
}
