import type { StudioApi, StudioInfo } from '../api/studio-api.ts';
import type { Files } from '../ports/files.ts';
import type { FolderDialog } from '../ports/folder-dialog.ts';
import { nodeLoopbackPages } from '../ports/node-loopback-pages.ts';
import { nodeOpenWeb } from '../ports/node-open-web.ts';
import { nodeWeb } from '../ports/node-web.ts';
import type { SaveDialog } from '../ports/save-dialog.ts';
import type { Vault } from '../ports/vault.ts';
import { exportsSave } from './exports.ts';
import type { Installation } from './installation.ts';
import { jobHandlers } from './jobs/job-handlers.ts';
import { modelHandlers } from './model/model-handlers.ts';
import { createOwnCodeReader } from './own-code/own-code.ts';
import { projectHandlers } from './projects/project-handlers.ts';
import { createProjectKeeper } from './projects/project-keeper.ts';
import { proposalHandlers } from './proposals/proposal-handlers.ts';
import { publishHandlers } from './publish/publish-handlers.ts';
import { runHandlers } from './runs/run-handlers.ts';
import { projectShelves } from './scenarios/project-shelves.ts';
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
  /** Absent where the system keeps no secrets for apps. */
  readonly vault?: Vault;
}

/** What stands behind a door. */
export interface OpenStudio {
  readonly api: StudioApi;
  /** The text of a module of the open project by its hash, in hexadecimal digits; undefined unless it may run. */
  module(hash: string): Promise<string | undefined>;
}

/** The services behind every door. */
export const createStudio = (parts: StudioParts): StudioApi => openStudio(parts).api;

/** The services, and the modules that workers of the page may ask for. */
export function openStudio(parts: StudioParts): OpenStudio {
  const { installation, door, files, userFolder, project, usualProject } = parts;
  const first = project === undefined ? {} : { first: project };
  const projects = createProjectKeeper({ files, userFolder, usual: usualProject, ...first });
  const ownCode = createOwnCodeReader({ files, userFolder, installation });
  const shelves = () => projectShelves({ shipped: installation.scenarios, projects, ownCode });
  const own = async () => await ownCode.of(await projects.folder());
  const api: StudioApi = {
    'studio.info': async () => ({
      version: await studioVersion(files, installation),
      engineId: await engineId(files, installation),
      door,
    }),
    'exports.save': exportsSave(files, parts.saveDialog),
    ...projectHandlers({ files, projects, ownCode, folderDialog: parts.folderDialog }),
    ...scenarioHandlers({ files, shipped: installation.scenarios, projects, ownCode }),
    ...modelHandlers(own),
    ...publishHandlers({
      files,
      web: nodeWeb,
      pages: nodeLoopbackPages,
      installation,
      projects,
      userFolder,
      vault: parts.vault,
    }),
    ...jobHandlers({ files, installation, projects, ownCode }),
    ...runHandlers({ files, installation, projects, shelves }),
    ...proposalHandlers({
      ...{ files, installation, userFolder, projects, ownCode, shelves },
      ...{ web: nodeWeb, open: nodeOpenWeb },
    }),
  };
  return {
    api,
    async module(hash) {
      const { code, problems } = await own();
      return problems.length > 0 ? undefined : code.find(({ id }) => id === `sha256:${hash}`)?.text;
    },
  };
}
