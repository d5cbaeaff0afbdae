/**
 * What Electron puts into a page, rebuilt on Chromium: a preload in a JavaScript world of its own, and a bridge from it to the
 * page's world. Each function stands alone: its source is evaluated in the page before any of its scripts. The worlds share
 * only the document; they speak in events whose names begin with a secret, and what they say is structurally cloned.
 */

/** Runs in the page's world: makes what the preload exposes. Only functions that return promises are supported. */
export function installPageWorld(secret: string): void {
  type Settled = { readonly id: number; readonly value?: unknown; readonly error?: string };
  const waiting = new Map<number, (settled: Settled) => void>();
  let calls = 0;
  const call = (path: readonly string[], args: readonly unknown[]) =>
    new Promise((resolve, reject) => {
      calls += 1;
      waiting.set(calls, ({ value, error }) =>
        error === undefined ? resolve(value) : reject(new Error(error)),
      );
      const detail = { id: calls, path, args: structuredClone(args) };
      document.dispatchEvent(new CustomEvent(`${secret}call`, { detail }));
    });
  document.addEventListener(`${secret}settled`, (event) => {
    if (!(event instanceof CustomEvent)) return;
    const settled: Settled = event.detail;
    waiting.get(settled.id)?.(settled);
    waiting.delete(settled.id);
  });
  document.addEventListener(`${secret}expose`, (event) => {
    if (!(event instanceof CustomEvent)) return;
    const { key, names }: { key: string; names: readonly string[] } = event.detail;
    const functions = names.map((name) => [name, (...args: unknown[]) => call([key, name], args)]);
    Object.defineProperty(window, key, {
      value: Object.freeze(Object.fromEntries(functions)),
      enumerable: true,
    });
  });
}

/** What the preload's world is given by the test: how to reach the main process. */
export interface Wire {
  /** Sends text to the main process. */
  readonly send: string;
  /** Name of the global function that the main process calls with its answers. */
  readonly receive: string;
}

type ToText = (value: unknown) => string;
type FromText = (text: string) => unknown;
type Preload = (require: (name: string) => unknown, module: object, exports: object) => void;

/** Runs in the preload's world, and then the preload. */
export function installPreloadWorld(
  secret: string,
  wire: Wire,
  toText: ToText,
  fromText: FromText,
  preload: Preload,
): void {
  type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>;
  type Answered = { readonly id: number; readonly value?: unknown; readonly error?: string };
  const exposed = new Map<string, Functions>();
  const waiting = new Map<number, (answered: Answered) => void>();
  let invocations = 0;
  const tell = (what: string, detail: unknown) =>
    document.dispatchEvent(new CustomEvent(secret + what, { detail }));
  const said = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));

  document.addEventListener(`${secret}call`, async (event) => {
    if (!(event instanceof CustomEvent)) return;
    const { id, path, args }: { id: number; path: readonly [string, string]; args: readonly unknown[] } =
      event.detail;
    try {
      tell('settled', { id, value: await exposed.get(path[0])?.[path[1]]?.(...args) });
    } catch (thrown) {
      tell('settled', { id, error: said(thrown) });
    }
  });

  const world: Record<string, unknown> = Object(globalThis);
  const send = (text: string) => Reflect.apply(Object(world[wire.send]), undefined, [text]);
  world[wire.receive] = (text: string) => {
    const answered = fromText(text) as Answered;
    waiting.get(answered.id)?.(answered);
    waiting.delete(answered.id);
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld(key: string, functions: Functions) {
        if (exposed.has(key))
          throw new Error('Cannot bind an API on top of an existing property on the window object');
        exposed.set(key, functions);
        tell('expose', { key, names: Object.keys(functions) });
      },
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) =>
        new Promise((resolve, reject) => {
          invocations += 1;
          const text = toText({ id: invocations, channel, args });
          waiting.set(invocations, ({ value, error }) =>
            error === undefined ? resolve(value) : reject(new Error(error)),
          );
          send(text);
        }),
    },
  };
  const require = (name: string) => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
  preload(require, { exports: {} }, {});
}
