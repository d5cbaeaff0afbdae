import path from 'node:path';
import { app, dialog } from 'electron';
import { toProblem } from '../../../sim-core/contract/errors.ts';
import type { Files } from '../../ports/files.ts';
import type { PageRequests } from '../page-requests.ts';
import { isLink, linkScheme, readLink } from './deep-link.ts';
import { fileKinds, isGivenFile, readGivenFile } from './given-file.ts';

interface Opening {
  readonly files: Files;
  readonly requests: PageRequests;
  show(): void;
}

/**
 * Takes what the system gives to the studio: files and links, as arguments of this start or of another, or, on a Mac, as events. Before
 * the app is ready, since a Mac sends the first before.
 */
export function openFromSystem({ files, requests, show }: Opening) {
  const open = async (given: string, folder: string): Promise<void> => {
    try {
      const file = () => readGivenFile(files, path.resolve(folder, given));
      requests.push(isLink(given) ? readLink(given) : await file());
      show();
    } catch (thrown) {
      const { message, hint = '' } = toProblem(thrown);
      await dialog.showMessageBox({ type: 'error', message, detail: hint, buttons: ['Close'] });
    }
  };
  const openEach = (args: readonly string[], folder: string): void => {
    for (const each of args.filter((arg) => isLink(arg) || isGivenFile(arg))) void open(each, folder);
  };
  app.on('open-file', (event, file) => {
    event.preventDefault();
    void open(file, '/');
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    if (isLink(url)) void open(url, '/');
  });
  app.on('second-instance', (_, args, folder) => {
    show();
    openEach(args.slice(1), folder);
  });
  return {
    /** What this start was given. */
    openArguments: () => openEach(process.argv.slice(1), process.cwd()),
    /** Links lead to the installed studio; one that runs from a checkout leaves the system as it is. */
    register(): void {
      if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);
    },
    /** Asks for a file. */
    async choose(): Promise<void> {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        properties: ['openFile'],
        filters: [{ name: 'Scenarios, proposals and series', extensions: fileKinds }],
      });
      const [file] = filePaths;
      if (!canceled && file !== undefined) await open(file, '/');
    },
  };
}
