import type { ProjectsApi } from '../../api/projects/projects-api.ts';
import type { Files } from '../../ports/files.ts';
import type { FolderDialog } from '../../ports/folder-dialog.ts';
import type { OwnCodeReader } from '../own-code/own-code.ts';
import { type ProjectKeeper, projectView } from './project-keeper.ts';
import { createRevision } from './revision.ts';

interface ProjectParts {
  readonly files: Files;
  readonly projects: ProjectKeeper;
  readonly ownCode: OwnCodeReader;
  readonly folderDialog: FolderDialog | undefined;
}

/** Which project is open, as screens ask and say. */
export function projectHandlers({ files, projects, ownCode, folderDialog }: ProjectParts): ProjectsApi {
  const revision = createRevision(files);
  return {
    async 'projects.current'() {
      const [project, recent] = [await projects.folder(), await projects.recent()];
      const view = (folder: string) => projectView(files, folder);
      return { project: await view(project), recent: await Promise.all(recent.map(view)) };
    },
    async 'projects.open'({ folder }) {
      await projects.open(folder);
      return await projectView(files, await projects.folder());
    },
    'projects.choose': async () => ({ folder: (await folderDialog?.choose()) ?? null }),
    async 'projects.code'() {
      const { code, problems } = await ownCode.of(await projects.folder());
      const waiting = new Set(problems.map(({ where }) => where));
      return {
        modules: code.map(({ name, id, text }) => ({ name, id, text, trusted: !waiting.has(name) })),
        problems,
      };
    },
    async 'projects.trust'({ ids }) {
      await ownCode.trust(await projects.folder(), ids);
      return {};
    },
    'projects.revision': async () => ({ revision: await revision(await projects.folder()) }),
  };
}
