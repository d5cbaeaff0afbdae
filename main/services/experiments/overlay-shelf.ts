import path from 'node:path';
import type { OverlayShelf } from '../../../sim-core/scenario/experiment/apply-point.ts';
import type { Files } from '../../ports/files.ts';
import type { Installation } from '../installation.ts';
import { listOverlays } from '../overlays.ts';

/** The overlays that cases may name: the shipped ones, and those in a project's folder `scenarios/overlays`. */
export async function overlayShelf(
  files: Files,
  { scenarios }: Pick<Installation, 'scenarios'>,
  project?: string,
): Promise<OverlayShelf> {
  const own = project === undefined ? [] : await listOverlays(files, path.join(project, 'scenarios'));
  const all = [...(await listOverlays(files, scenarios)), ...own];
  return new Map(all.map((overlay) => [overlay.id, overlay]));
}
