import { applyOverlays, type Overlay } from '../../../sim-core/scenario/overlay.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import type { Installation } from '../../services/installation.ts';
import { overlayIn, readOverlay } from '../../services/overlays.ts';
import { Refusal } from '../../services/refusal.ts';
import { fromUser } from '../places.ts';

/** A shipped overlay by its id, or the overlay in a YAML file. Throws a `Refusal` with every problem in it. */
export async function findOverlay(written: string, installation: Installation): Promise<Overlay> {
  const read = /[\\/]|\.ya?ml$/.test(written)
    ? await overlayIn(nodeFiles, fromUser(written), written)
    : await readOverlay(nodeFiles, installation.scenarios, written);
  if (read.ok) return read.overlay;
  throw new Refusal(read.problems);
}

/** The scenario under every overlay of a command line. Throws a `Refusal` where one makes no sense there. */
export async function underOverlays(
  document: ScenarioDocument,
  written: readonly string[],
  installation: Installation,
): Promise<ScenarioDocument> {
  const overlays = await Promise.all(written.map((each) => findOverlay(each, installation)));
  const laid = applyOverlays(document, overlays);
  if (laid.ok) return laid.document;
  throw new Refusal(laid.problems);
}
