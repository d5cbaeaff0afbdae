import path from 'node:path';
import { z } from 'zod';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { ProjectView } from '../../api/projects/projects-api.ts';
import type { Files } from '../../ports/files.ts';
import { jsonIn } from '../json-in.ts';

/** Which project is open, and which were. */
export interface ProjectKeeper {
  folder(): Promise<string>;
  /** The latest first, the open one included. */
  recent(): Promise<readonly string[]>;
  /** Throws `project.unusable`. */
  open(folder: string): Promise<void>;
}

interface KeeperParts {
  readonly files: Files;
  /** Where the list of recent projects is kept. */
  readonly userFolder: string;
  /** Opened at the start; absent: the project that was open last. */
  readonly first?: string;
  /** Opened where none was open before. */
  readonly usual: string;
}

const mostRecent = 8;
const recentFile = z.strictObject({ recent: z.array(z.string()) });

export function createProjectKeeper({ files, userFolder, first, usual }: KeeperParts): ProjectKeeper {
  const file = path.join(userFolder, 'projects.json');
  let current = first;

  /** A list that is missing or damaged is empty: nothing but a convenience is lost. */
  const read = async (): Promise<readonly string[]> => {
    const content = await files.read(file, 1024 * 1024);
    const kept = content.kind === 'bytes' ? recentFile.safeParse(jsonIn(content.bytes)).data : undefined;
    return kept?.recent ?? [];
  };
  const folder = async (): Promise<string> => {
    current ??= (await read())[0] ?? usual;
    return current;
  };
  return {
    folder,
    async recent() {
      const open = await folder();
      return [open, ...(await read()).filter((each) => each !== open)].slice(0, mostRecent);
    },
    async open(wanted) {
      if (!path.isAbsolute(wanted)) throw unusable(wanted, 'it is not a full path');
      const opened = path.normalize(wanted);
      const looked = await files.read(opened, 0);
      if (looked.kind === 'bytes' || looked.kind === 'too-large') throw unusable(opened, 'it is a file');
      const recent = [opened, ...(await read()).filter((each) => each !== opened)].slice(0, mostRecent);
      await files.makeFolder(userFolder);
      await files.write(file, `${JSON.stringify({ recent }, null, 2)}\n`);
      current = opened;
    },
  };
}

/** A project as screens show it. */
export async function projectView(files: Files, folder: string): Promise<ProjectView> {
  const beside: readonly string[] = await files.foldersIn(path.dirname(folder)).catch(() => []);
  const exists = beside.includes(path.basename(folder));
  return { folder, name: path.basename(folder) || folder, exists };
}

const unusable = (folder: string, because: string): StudioError =>
  new StudioError({
    code: 'project.unusable',
    message: `${folder} cannot be a project: ${because}.`,
    hint: 'A project is a folder. Give its full path; it is made when something is saved in it.',
    where: folder,
  });
