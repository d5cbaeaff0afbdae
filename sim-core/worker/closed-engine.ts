import type { ExtendedEngine } from '../contract/engine.ts';
import { StudioError } from '../contract/errors.ts';
import type { Code } from '../contract/extension.ts';
import { closeLanguage } from './close-language.ts';
import { loadEngine } from './load-engine.ts';

/**
 * The engine with a project's own modules, in a Web Worker that has been emptied for them. The studio serves a module under its
 * hash, once it is trusted; the worker's own policy lets it load scripts of the studio and reach nothing else, neither network nor
 * text that becomes code. What the platform offers beside the language is taken away before the first module is read.
 */
export async function closedEngine(engineUrl: string, code: readonly Code[]): Promise<ExtendedEngine> {
  const engine = await loadEngine(engineUrl);
  emptyWorker();
  let ours = true;
  closeLanguage(globalThis, () => ours);
  /** Calls what may lead into a module: the messages before and after it are the studio's own. */
  const inModules = <T>(work: () => T): T => {
    ours = false;
    try {
      return work();
    } finally {
      ours = true;
    }
  };
  const modules: { name: string; read: unknown }[] = [];
  for (const { name, id } of code) {
    const url = new URL(`../code/${id.replace('sha256:', '')}.js`, engineUrl).href;
    const exported: object = await import(/* @vite-ignore */ url).catch((error: unknown) => {
      throw unreadable(name, error instanceof Error ? error.message : String(error));
    });
    modules.push({ name, read: Reflect.get(exported, 'default') });
  }
  const extended = inModules(() => engine.extend(modules));
  return {
    ...extended,
    performed: () => inModules(() => extended.performed()),
    describedOf: (spec) => inModules(() => extended.describedOf(spec)),
    *simulate(spec, seed, checkpoint) {
      const ticks = inModules(() => extended.simulate(spec, seed, checkpoint));
      for (;;) {
        const next = inModules(() => ticks.next());
        if (next.done === true) return next.value;
        yield next.value;
      }
    },
  };
}

/** What a worker has beside the language: ways to other threads, to storage, to the network, and clocks. */
const platform = [
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource'],
  ...['indexedDB', 'caches', 'navigator', 'BroadcastChannel', 'Worker', 'SharedWorker', 'importScripts'],
  ...['postMessage', 'onmessage', 'close'],
  ...['performance', 'setTimeout', 'setInterval', 'requestAnimationFrame', 'scheduler', 'crypto', 'self'],
];

/** The worker's own messages go through what `web.ts` took before. */
function emptyWorker(): void {
  // Not further: message ports take what they have of events from the prototype behind.
  for (let owner: object = globalThis; owner !== EventTarget.prototype; owner = Object.getPrototypeOf(owner))
    for (const name of platform) Reflect.deleteProperty(owner, name);
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'])
    Reflect.defineProperty(globalThis, name, { value: undefined });
}

const unreadable = (name: string, why: string): StudioError =>
  new StudioError({
    code: 'extension.unreadable',
    message: `${name} cannot be run: ${why}.`,
    hint: 'It has to be an ES module that exports one function by default and imports nothing. Has it changed? Then trust it again.',
    where: name,
  });
