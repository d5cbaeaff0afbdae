import { nodeFiles } from '../ports/node-files.ts';
import { userFolder, usualProject } from '../ports/user-folder.ts';
import type { Installation } from '../services/installation.ts';
import { pageFilesIn, requirePage } from '../services/page-files.ts';
import { openStudio } from '../services/studio.ts';
import { type RunningServer, startServer } from './start-server.ts';

export interface ServeOptions {
  readonly installation: Installation;
  /** The project to open, a full path; absent: the one that was open last. */
  readonly project?: string;
  /** 4780 if absent; 0 takes any that is free. */
  readonly port?: number;
  /** A browser was let in by the link, which is used up: here is the next, for another browser. */
  readonly onEntered?: (nextUrl: string) => void;
}

/** Serves an installed studio to browsers on this computer. Throws a `StudioError`. */
export async function serveStudio({
  installation,
  project,
  ...options
}: ServeOptions): Promise<RunningServer> {
  const { api, module } = openStudio({
    installation,
    door: 'browser',
    files: nodeFiles,
    userFolder: userFolder(),
    usualProject: usualProject(),
    ...(project === undefined ? {} : { project }),
  });
  const page = pageFilesIn(installation.page, nodeFiles, module);
  await requirePage(page);
  // Read ahead of the browser, which asks for them first.
  void api['scenarios.list']({}).catch(() => {});
  return await startServer({ api, page, ...options });
}
