import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { ShimContents, type Surroundings } from './shim-contents.ts';

/** What the studio asks of a window, beside its events and contents. */
type Asked = Pick<
  BrowserWindow,
  | 'focus'
  | 'getNormalBounds'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'setProgressBar'
  | 'show'
>;

/** `BrowserWindow`, as far as the studio uses it. */
export interface ShimWindow extends EventEmitter, Asked {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: ShimContents;
  readonly visible: boolean;
  /** On the task bar: -1 none, above 1 of unknown length. */
  readonly progress: number;
  /** Asks the window's listeners, as a click on its cross does; true if it was closed. */
  close(): boolean;
}

export interface ShimWindowClass {
  new (options?: BrowserWindowConstructorOptions): ShimWindow;
  getAllWindows(): readonly ShimWindow[];
  getFocusedWindow(): ShimWindow | null;
  /** The window that the person looks at; null: another program's. */
  focused: ShimWindow | null;
}

/** Events of the app that come from its windows. */
export interface WindowEvents {
  contentsCreated(contents: ShimContents): void;
  allClosed(): void;
}

/** Makes the class for one app. */
export function windowClass(surroundings: Surroundings, events: WindowEvents): ShimWindowClass {
  const all: ShimWindow[] = [];
  return class Window extends EventEmitter implements ShimWindow {
    static focused: ShimWindow | null = null;
    readonly options: BrowserWindowConstructorOptions;
    readonly webContents: ShimContents;
    visible: boolean;
    progress = -1;
    #maximized = false;

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

    static getFocusedWindow(): ShimWindow | null {
      return Window.focused;
    }

    async loadURL(url: string): Promise<void> {
      const page = await this.webContents.page();
      page.once('close', () => this.#gone());
      this.webContents.loading = surroundings.schemes.toWeb(url);
      await page.goto(this.webContents.loading);
      this.webContents.loading = undefined;
      this.webContents.emit('did-navigate', {}, url);
      this.emit('ready-to-show');
    }

    close(): boolean {
      let allowed = true;
      const preventDefault = () => {
        allowed = false;
      };
      this.emit('close', { preventDefault });
      if (!allowed) return false;
      this.#gone();
      void this.webContents.page().then((page) => page.close());
      return true;
    }

    #gone(): void {
      const place = all.indexOf(this);
      if (place < 0) return;
      all.splice(place, 1);
      if (Window.focused === this) Window.focused = null;
      this.webContents.emit('destroyed');
      this.emit('closed');
      if (all.length === 0) events.allClosed();
    }

    show(): void {
      this.visible = true;
      Window.focused = this;
    }

    focus(): void {
      Window.focused = this;
    }

    restore(): void {}

    maximize(): void {
      this.#maximized = true;
    }

    isMaximized(): boolean {
      return this.#maximized;
    }

    isMinimized(): boolean {
      return false;
    }

    getNormalBounds(): Rectangle {
      const { x = 0, y = 0, width = 800, height = 600 } = this.options;
      return { x, y, width, height };
    }

    setProgressBar(progress: number): void {
      this.progress = progress;
    }
  };
}
