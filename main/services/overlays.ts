import path from 'node:path';
import { StudioError } from '../../sim-core/contract/errors.ts';
import { textOf } from '../../sim-core/scenario/file-content.ts';
import { limits } from '../../sim-core/scenario/limits.ts';
import { suggestion } from '../../sim-core/scenario/nearest-name.ts';
import { type Overlay, type OverlayRead, parseOverlay } from '../../sim-core/scenario/overlay.ts';
import type { Files } from '../ports/files.ts';

/** Beside the scenarios: one file for each overlay. */
export const overlaysFolder = 'overlays';

/** Ids of the overlays under the scenarios' folder, sorted. */
export async function overlayIds(files: Files, scenarios: string): Promise<readonly string[]> {
  const names = await files.filesUnder(path.join(scenarios, overlaysFolder));
  return names.flatMap((name) => /^([a-z0-9-]+)\.yaml$/.exec(name)?.[1] ?? []);
}

/** The shipped overlay of an id, or every problem in it. Throws `overlay.unknown`. */
export async function readOverlay(files: Files, scenarios: string, id: string): Promise<OverlayRead> {
  const ids = await overlayIds(files, scenarios);
  if (!ids.includes(id)) {
    throw new StudioError({
      code: 'overlay.unknown',
      message: `There is no overlay ${JSON.stringify(id)}.`,
      hint: suggestion(id, ids),
    });
  }
  const name = `${id}.yaml`;
  return overlayIn(files, path.join(scenarios, overlaysFolder, name), `scenarios/${overlaysFolder}/${name}`);
}

/** The overlay in a file, or every problem in it; `label` is the name that messages use. */
export async function overlayIn(files: Files, file: string, label: string): Promise<OverlayRead> {
  const text = textOf(await files.read(file, limits.scenarioBytes), label, limits.scenarioBytes);
  return 'text' in text ? parseOverlay(label, text.text) : { ok: false, problems: [text.problem] };
}

/** Every shipped overlay that can be read. */
export async function listOverlays(files: Files, scenarios: string): Promise<readonly Overlay[]> {
  const ids = await overlayIds(files, scenarios);
  const read = await Promise.all(ids.map((id) => readOverlay(files, scenarios, id)));
  return read.flatMap((each) => (each.ok ? each.overlay : []));
}
