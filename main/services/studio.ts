import type { StudioApi, StudioInfo } from '../api/studio-api.ts';
import type { Files } from '../ports/files.ts';
import type { FolderDialog } from '../ports/folder-dialog.ts';
import type { SaveDialog } from '../ports/save-dialog.ts';
import { exportsSave } from './exports.ts';
import type { Installation } from './installation.ts';
import { modelHandlers } from './model/model-handlers.ts';
import { projectHandlers } from './projects/project-handlers.ts';
import { createProjectKeeper } from './projects/project-keeper.ts';
import { scenarioHandlers } from './scenarios/scenario-handlers.ts';
import { engineId, studioVersion } from './studio-info.ts';

/** What the studio stands on. */
export interface StudioParts {
  readonly installation: Installation;
  readonly door: StudioInfo['door'];
  readonly files: Files;
  /** Where the studio keeps what belongs to the person and not to a project. */
  readonly userFolder: string;
  /** The project to open; absent: the one that was open last, or `usualProject`. */
  readonly project?: string;
  /** A project for a person who has none yet. */
  readonly usualProject: string;
  /** Absent where nobody can be asked. */
  readonly saveDialog?: SaveDialog;
  readonly folderDialog?: FolderDialog;
}

/** The services behind every door. */
export function createStudio(parts: StudioParts): StudioApi {
  const { installation, door, files, userFolder, project, usualProject } = parts;
  const first = project === undefined ? {} : { first: project };
  const projects = createProjectKeeper({ files, userFolder, usual: usualProject, ...first });
  return {
    'studio.info': async () => ({
      version: await studioVersion(files, installation),
      engineId: await engineId(files, installation),
      door,
    }),
    'exports.save': exportsSave(files, parts.saveDialog),
    ...projectHandlers({ files, projects, folderDialog: parts.folderDialog }),
    ...scenarioHandlers({ files, shipped: installation.scenarios, projects }),
    ...modelHandlers(),
  };
}
