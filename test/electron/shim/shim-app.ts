import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from 'electron';

/** What the studio asks of `app`, beside its events. */
type Asked = Pick<
  App,
  | 'enableSandbox'
  | 'exit'
  | 'getPath'
  | 'getVersion'
  | 'isPackaged'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setAsDefaultProtocolClient'
  | 'whenReady'
>;

/** `app`: becomes ready when it is told to, and remembers what it was asked. */
export class ShimApp extends EventEmitter implements Asked {
  #ready = false;
  #becomeReady = () => {};
  readonly #readiness = new Promise<void>((resolve) => {
    this.#becomeReady = resolve;
  });
  readonly #home: string;
  readonly isPackaged = false;
  /** True if every window was put into the sandbox while that was possible. */
  sandboxed = false;
  quitted = false;
  /** Closes every window that lets itself be closed; true if none is left. */
  closeAll: () => boolean = () => true;

  constructor(home = tmpdir()) {
    super();
    this.#home = home;
  }

  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.sandboxed = true;
  }

  requestSingleInstanceLock(): boolean {
    return true;
  }

  setAsDefaultProtocolClient(): boolean {
    return true;
  }

  whenReady(): Promise<void> {
    return this.#readiness;
  }

  becomeReady(): void {
    this.#ready = true;
    this.#becomeReady();
    this.emit('ready');
  }

  getPath(name: string): string {
    return path.join(this.#home, name);
  }

  getVersion(): string {
    return '0.0.0-shim';
  }

  /** As Electron does: the app is asked first, then each window. */
  quit(): void {
    let allowed = true;
    this.emit('before-quit', {
      preventDefault: () => {
        allowed = false;
      },
    });
    if (allowed && this.closeAll()) {
      this.quitted = true;
      this.emit('will-quit', {});
    }
  }

  exit(code = 0): void {
    this.quitted = true;
    this.emit('quit', {}, code);
  }
}
