import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import { ShimContents, type Surroundings } from './shim-contents.ts';

/** `BrowserWindow`, as far as the studio uses it. */
export interface ShimWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: ShimContents;
  readonly visible: boolean;
  loadURL(url: string): Promise<void>;
}

export interface ShimWindowClass {
  new (options?: BrowserWindowConstructorOptions): ShimWindow;
  getAllWindows(): readonly ShimWindow[];
}

/** Events of the app that come from its windows. */
export interface WindowEvents {
  contentsCreated(contents: ShimContents): void;
  allClosed(): void;
}

/** Makes the class for one app. */
export function windowClass(surroundings: Surroundings, events: WindowEvents): ShimWindowClass {
  const all: ShimWindow[] = [];
  return class extends EventEmitter implements ShimWindow {
    readonly options: BrowserWindowConstructorOptions;
    readonly webContents: ShimContents;
    visible: boolean;

    constructor(options: BrowserWindowConstructorOptions = {}) {
      super();
      this.options = options;
      this.visible = options.show !== false;
      this.webContents = new ShimContents(surroundings, options.webPreferences?.preload);
      all.push(this);
      events.contentsCreated(this.webContents);
    }

    static getAllWindows(): readonly ShimWindow[] {
      return all;
    }

    async loadURL(url: string): Promise<void> {
      const page = await this.webContents.page();
      page.once('close', () => {
        all.splice(all.indexOf(this), 1);
        this.emit('closed');
        if (all.length === 0) events.allClosed();
      });
      this.webContents.loading = surroundings.schemes.toWeb(url);
      await page.goto(this.webContents.loading);
      this.webContents.loading = undefined;
      this.emit('ready-to-show');
    }

    show(): void {
      this.visible = true;
    }

    focus(): void {}
    restore(): void {}

    isMinimized(): boolean {
      return false;
    }
  };
}
