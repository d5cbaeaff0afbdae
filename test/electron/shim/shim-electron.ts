import type { IpcMain, Protocol, Shell } from 'electron';
import type { BrowserContext } from 'playwright-core';
import { type Refusal, routeRequests } from './route-requests.ts';
import { Schemes } from './schemes.ts';
import { ShimApp } from './shim-app.ts';
import type { InvokeEvent, Surroundings } from './shim-contents.ts';
import { ShimDialog } from './shim-dialog.ts';
import { ShimKeyring } from './shim-keyring.ts';
import { ShimSession } from './shim-session.ts';
import { ShimSystem } from './shim-system.ts';
import { windowClass } from './shim-window.ts';
import type { usedNames } from './used-names.mjs';

type InvokeListener = (event: InvokeEvent, ...args: readonly unknown[]) => unknown;

/**
 * What `import … from 'electron'` gives the app, and what happened, for the test to see. `home` is where the app keeps what
 * Electron gives a folder for.
 */
export async function createShim(context: BrowserContext, home?: string) {
  const schemes = new Schemes();
  const app = new ShimApp(home);
  const defaultSession = new ShimSession();
  const asked = new ShimDialog();
  const system = new ShimSystem();
  const keyring = new ShimKeyring();
  const listeners = new Map<string, InvokeListener>();
  const refusals: Refusal[] = [];
  const external: string[] = [];
  /** The person's own browser, where a test has one. */
  const outside: { show?: (url: string) => Promise<void> } = {};

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
  app.closeAll = () => [...BrowserWindow.getAllWindows()].every((window) => window.close());
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

  const ipcMain: Pick<IpcMain, never> & { handle(channel: string, listener: InvokeListener): void } = {
    handle(channel, listener) {
      if (listeners.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
      listeners.set(channel, listener);
    },
  };
  const protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'> = {
    registerSchemesAsPrivileged: (added) => {
      for (const each of added) schemes.register(each);
    },
    handle: schemes.handle.bind(schemes),
  };
  const shell: Pick<Shell, 'openExternal' | 'openPath'> = {
    async openExternal(url) {
      external.push(url);
      await outside.show?.(url);
    },
    openPath: async () => '',
  };
  const { Menu, Notification, powerSaveBlocker, screen } = system;
  const electron = {
    ...{ app, BrowserWindow, session: { defaultSession }, dialog: asked.dialog, ipcMain, protocol, shell },
    ...{ Menu, Notification, powerSaveBlocker, screen, safeStorage: keyring.safeStorage },
  } satisfies Record<(typeof usedNames)[number], unknown>;
  const becomeReady = () => {
    schemes.appIsReady();
    app.becomeReady();
  };
  const { choices, presses, told } = asked;
  return {
    ...{
      electron,
      becomeReady,
      refusals,
      external,
      choices,
      presses,
      told,
      system,
      schemes,
      asked,
      keyring,
      outside,
    },
    channels: () => [...listeners.keys()],
    /** A message as it would come from whatever frame says it sent it. */
    invoke: surroundings.invoke,
  };
}

export type Shim = Awaited<ReturnType<typeof createShim>>;
