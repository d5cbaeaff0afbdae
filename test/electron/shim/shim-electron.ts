import type { BrowserContext } from 'playwright-core';
import { type Refusal, routeRequests } from './route-requests.ts';
import { Schemes } from './schemes.ts';
import { ShimApp } from './shim-app.ts';
import type { InvokeEvent, Surroundings } from './shim-contents.ts';
import { ShimSession } from './shim-session.ts';
import { windowClass } from './shim-window.ts';

type InvokeListener = (event: InvokeEvent, ...args: readonly unknown[]) => unknown;

/** What `import … from 'electron'` gives the app, and what happened, for the test to see. */
export async function createShim(context: BrowserContext) {
  const schemes = new Schemes();
  const app = new ShimApp();
  const defaultSession = new ShimSession();
  const listeners = new Map<string, InvokeListener>();
  const refusals: Refusal[] = [];
  const external: string[] = [];
  /** Paths that the person will choose, one a dialog; null cancels. */
  const choices: (string | null)[] = [];
  /** What the person was told. */
  const told: string[] = [];

  const surroundings: Surroundings = {
    context,
    schemes,
    async invoke(channel, event, args) {
      const listener = listeners.get(channel);
      if (listener === undefined) throw new Error(`No handler registered for '${channel}'`);
      return structuredClone(await listener(event, ...args));
    },
    refused: (refusal) => refusals.push(refusal),
  };
  const BrowserWindow = windowClass(surroundings, {
    contentsCreated: (contents) => app.emit('web-contents-created', {}, contents),
    allClosed: () => app.emit('window-all-closed'),
  });
  await routeRequests(context, {
    schemes,
    async contentsOf(frame) {
      for (const { webContents } of BrowserWindow.getAllWindows()) {
        if ((await webContents.page()) === frame.page()) return webContents;
      }
      return undefined;
    },
    isCancelled: (url) => defaultSession.isCancelled(url),
    refused: surroundings.refused,
  });

  const electron = {
    app,
    BrowserWindow,
    session: { defaultSession },
    dialog: {
      async showSaveDialog() {
        const filePath = choices.shift() ?? null;
        return { canceled: filePath === null, filePath: filePath ?? '' };
      },
      async showMessageBox(_window: unknown, { message }: { readonly message: string }) {
        told.push(message);
        return { response: 0 };
      },
      showErrorBox(title: string, content: string) {
        throw new Error(`${title}: ${content}`);
      },
    },
    ipcMain: {
      handle(channel: string, listener: InvokeListener) {
        if (listeners.has(channel))
          throw new Error(`Attempted to register a second handler for '${channel}'`);
        listeners.set(channel, listener);
      },
    },
    protocol: {
      registerSchemesAsPrivileged: (schemesToAdd: readonly { readonly scheme: string }[]) => {
        for (const { scheme } of schemesToAdd) schemes.register(scheme);
      },
      handle: schemes.handle.bind(schemes),
    },
    shell: {
      async openExternal(url: string) {
        external.push(url);
      },
    },
  };
  const becomeReady = () => {
    schemes.appIsReady();
    app.becomeReady();
  };
  return { electron, becomeReady, refusals, external, choices, told };
}

export type Shim = Awaited<ReturnType<typeof createShim>>;
