import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `app`: becomes ready when it is told to, and remembers what it was asked. */
export class ShimApp extends EventEmitter {
  #ready = false;
  #becomeReady = () => {};
  readonly #readiness = new Promise<void>((resolve) => {
    this.#becomeReady = resolve;
  });
  /** True if every window was put into the sandbox while that was possible. */
  sandboxed = false;
  quitted = false;

  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.sandboxed = true;
  }

  requestSingleInstanceLock(): boolean {
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
    return path.join(tmpdir(), name);
  }

  quit(): void {
    this.quitted = true;
  }

  exit(code: number): void {
    this.quitted = true;
    this.emit('quit', {}, code);
  }
}
