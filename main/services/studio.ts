import type { StudioApi, StudioInfo } from '../api/studio-api.ts';
import type { Files } from '../ports/files.ts';
import type { SaveDialog } from '../ports/save-dialog.ts';
import { exportsSave } from './exports.ts';
import type { Installation } from './installation.ts';
import { listScenarios, openById } from './scenarios.ts';
import { engineId, studioVersion } from './studio-info.ts';

/** What the studio stands on. */
export interface StudioParts {
  readonly installation: Installation;
  readonly door: StudioInfo['door'];
  readonly files: Files;
  /** Absent where nobody can be asked. */
  readonly saveDialog?: SaveDialog;
}

/** The services behind every door. */
export function createStudio({ installation, door, files, saveDialog }: StudioParts): StudioApi {
  return {
    'studio.info': async () => ({
      version: await studioVersion(files, installation),
      engineId: await engineId(files, installation),
      door,
    }),
    'scenarios.list': () => listScenarios(files, installation.scenarios),
    'scenarios.open': ({ id }) => openById(files, installation.scenarios, id),
    'exports.save': exportsSave(files, saveDialog),
  };
}
