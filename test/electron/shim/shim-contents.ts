import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { WindowOpenHandlerResponse } from 'electron';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { fromCloneText, toCloneText } from './clone-text.ts';
import { installPageWorld, installPreloadWorld } from './page-worlds.ts';
import type { Refusal } from './route-requests.ts';
import type { Schemes } from './schemes.ts';

/** What a window's contents need of the app around them. */
export interface Surroundings {
  readonly context: BrowserContext;
  readonly schemes: Schemes;
  /** Answers `ipcRenderer.invoke`. */
  invoke(channel: string, event: InvokeEvent, args: readonly unknown[]): Promise<unknown>;
  refused(refusal: Refusal): void;
}

/** Who sent a message, as far as the app asks. */
export interface InvokeEvent {
  readonly senderFrame: ShimFrame | null;
  /** The contents that the frame is part of. */
  readonly sender: EventEmitter;
}

export interface ShimFrame {
  readonly url: string;
  readonly parent: ShimFrame | null;
}

type OpenHandler = (details: { readonly url: string }) => WindowOpenHandlerResponse;

/** Name of the JavaScript world that preloads run in, and how it reaches the main process. */
const preloadWorld = 'Electron Isolated Context';
const wire = { send: 'sendToMain', receive: 'receiveFromMain' };

/** `webContents` over a page of Chromium: its preload, its messages, and the decisions that it asks for. */
export class ShimContents extends EventEmitter {
  readonly #surroundings: Surroundings;
  readonly #preload: string | undefined;
  /** Frames by the preload's context in them. */
  readonly #frames = new Map<number, string>();
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #opened: Promise<Page> | undefined;
  /** The address that the app itself is loading: that is no navigation of the page. */
  loading: string | undefined;

  constructor(surroundings: Surroundings, preload: string | undefined) {
    super();
    this.#surroundings = surroundings;
    this.#preload = preload;
  }

  /** The page, with all set up. */
  page(): Promise<Page> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** True if the app lets a frame go to `url`. */
  decideNavigation(url: string, isMainFrame: boolean): boolean {
    let allowed = true;
    const preventDefault = () => {
      allowed = false;
    };
    this.emit('will-frame-navigate', { url, isMainFrame, preventDefault });
    if (isMainFrame) this.emit('will-navigate', { url, isMainFrame, preventDefault });
    return allowed;
  }

  async #open(): Promise<Page> {
    const { context, schemes, refused } = this.#surroundings;
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    devtools.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
      if (name === preloadWorld) this.#frames.set(id, String(auxData?.frameId));
    });
    devtools.on('Runtime.executionContextDestroyed', (event) =>
      this.#frames.delete(event.executionContextId),
    );
    devtools.on('Runtime.bindingCalled', (event) => {
      // The page may be gone before it is answered.
      this.#answer(page, devtools, event.executionContextId, event.payload).catch(() => {});
    });
    devtools.on('Page.windowOpen', (event) => {
      const url = schemes.fromWeb(event.url);
      if (this.#openHandler({ url }).action === 'deny') refused({ by: 'window-open-handler', url });
    });
    await devtools.send('Page.enable');
    await devtools.send('Runtime.enable');
    await devtools.send('Runtime.addBinding', { name: wire.send, executionContextName: preloadWorld });
    await this.#install(devtools);
    return page;
  }

  async #install(devtools: CDPSession): Promise<void> {
    const secret = JSON.stringify(randomBytes(16).toString('hex'));
    const pageWorld = `(${String(installPageWorld)})(${secret})`;
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorld });
    if (this.#preload === undefined) return;
    const preload = `(require, module, exports) => {${readFileSync(this.#preload, 'utf8')}\n}`;
    const given = [secret, JSON.stringify(wire), String(toCloneText), String(fromCloneText), preload];
    const source = `if (window === top) (${String(installPreloadWorld)})(${given.join(',\n')})`;
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: preloadWorld });
  }

  async #answer(page: Page, devtools: CDPSession, contextId: number, text: string): Promise<void> {
    // Written by the preload's world: this is the boundary.
    const { id, channel, args } = fromCloneText(text) as { id: number; channel: string; args: unknown[] };
    const { frameTree } = await devtools.send('Page.getFrameTree');
    const top: ShimFrame = { url: this.#surroundings.schemes.fromWeb(page.url()), parent: null };
    const isTop = this.#frames.get(contextId) === frameTree.frame.id;
    const senderFrame = isTop ? top : { url: 'about:blank', parent: top };
    let reply: unknown;
    try {
      reply = { id, value: await this.#surroundings.invoke(channel, { senderFrame, sender: this }, args) };
    } catch (error) {
      reply = { id, error: `Error invoking remote method '${channel}': ${String(error)}` };
    }
    const expression = `${wire.receive}(${JSON.stringify(toCloneText(reply))})`;
    await devtools.send('Runtime.evaluate', { contextId, expression });
  }
}
