import { EventEmitter } from 'node:events';
import type {
  Menu,
  MenuItemConstructorOptions,
  NotificationConstructorOptions,
  PowerSaveBlocker,
  Screen,
} from 'electron';

/** The menu bar, notifications, sleep and screens: what a system gives to an app. */
export class ShimSystem {
  /** The template of the menu that the app has set. */
  menu: readonly MenuItemConstructorOptions[] = [];
  /** What the person was notified of. */
  readonly notified: NotificationConstructorOptions[] = [];
  /** Reasons that keep the computer awake. */
  readonly awake = new Set<number>();
  #blockers = 0;

  readonly Menu: {
    buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Pick<Menu, never>;
    setApplicationMenu(menu: Pick<Menu, never>): void;
  };
  readonly Notification: unknown;
  readonly powerSaveBlocker: Pick<PowerSaveBlocker, 'start' | 'stop'> = {
    start: () => {
      this.#blockers += 1;
      this.awake.add(this.#blockers);
      return this.#blockers;
    },
    stop: (id) => this.awake.delete(id),
  };
  readonly screen: { getAllDisplays(): Pick<ReturnType<Screen['getAllDisplays']>[number], 'workArea'>[] } = {
    getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
  };

  constructor() {
    this.Menu = {
      buildFromTemplate: (template) => template,
      setApplicationMenu: (menu) => {
        // What `buildFromTemplate` made.
        this.menu = menu as readonly MenuItemConstructorOptions[];
      },
    };
    const { notified } = this;
    this.Notification = class extends EventEmitter {
      readonly #options: NotificationConstructorOptions;
      constructor(options: NotificationConstructorOptions) {
        super();
        this.#options = options;
      }
      static isSupported(): boolean {
        return true;
      }
      show(): void {
        notified.push(this.#options);
      }
    };
  }
}
