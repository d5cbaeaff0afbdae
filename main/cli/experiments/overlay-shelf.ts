import type { OverlayShelf } from '../../../sim-core/scenario/experiment/apply-point.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { overlayShelf as shelfOf } from '../../services/experiments/overlay-shelf.ts';
import type { Installation } from '../../services/installation.ts';

/** The overlays that cases may name, from the files of this computer. */
export const overlayShelf = async (
  installation: Pick<Installation, 'scenarios'>,
  project?: string,
): Promise<OverlayShelf> => await shelfOf(nodeFiles, installation, project);
