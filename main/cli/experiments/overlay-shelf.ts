import path from 'node:path';
import type { OverlayShelf } from '../../../sim-core/scenario/experiment/apply-point.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import type { Installation } from '../../services/installation.ts';
import { listOverlays } from '../../services/overlays.ts';

/** The overlays that cases may name: the shipped ones, and those in a project's folder `scenarios/overlays`. */
export async function overlayShelf(
  { scenarios }: Pick<Installation, 'scenarios'>,
  project?: string,
): Promise<OverlayShelf> {
  const own = project === undefined ? [] : await listOverlays(nodeFiles, path.join(project, 'scenarios'));
  const all = [...(await listOverlays(nodeFiles, scenarios)), ...own];
  return new Map(all.map((overlay) => [overlay.id, overlay]));
}
