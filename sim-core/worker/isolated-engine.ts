import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import type { Engine, ExtendedEngine } from '../contract/engine.ts';
import { StudioError } from '../contract/errors.ts';
import type { Code } from '../contract/extension.ts';
import { closeLanguage } from './close-language.ts';

/**
 * The engine, or another whose text is given, with a project's own modules, in a JavaScript context that holds the language and nothing else: no process, no
 * fetch, no files, no timers, no code from strings. Only texts and numbers go in, so that nothing of this thread is within
 * reach. The thread has to be started with `isolationFlags`.
 *
 * It keeps honest code honest and careless code harmless; it is no wall against someone who looks for a hole in V8. That
 * is why code runs only once its hash is trusted.
 */
export async function isolatedEngine(
  engineUrl: string,
  code: readonly Code[],
  engineText?: string,
): Promise<ExtendedEngine> {
  closeThread();
  const context = vm.createContext(Object.create(null), {
    // The engine's row kernels are WebAssembly; its name is gone before the first module is read.
    codeGeneration: { strings: false, wasm: true },
  });
  vm.runInContext(textEncoder, context);
  const run = async (name: string, text: string): Promise<object> => {
    const module = new vm.SourceTextModule(text, { context, identifier: name });
    await module.link(() => {
      throw unreadable(name, 'it imports another module');
    });
    await module.evaluate({ timeout: longestStart });
    return module.namespace;
  };
  if (engineText !== undefined) refuseReach(engineText);
  const source = engineText ?? (await readFile(fileURLToPath(engineUrl), 'utf8'));
  const engine = await run('engine.js', source).catch((error: unknown) => {
    throw unreadable('The engine', messageOf(error));
  });
  vm.runInContext(`(${closeLanguage})(globalThis)`, context);
  const parse: unknown = vm.runInContext('JSON.parse', context);
  if (!isEngine(engine) || typeof parse !== 'function') throw unreadable(engineUrl, 'it is no engine');
  /** The same value, made of the context's own objects. */
  const inside = <T>(value: T): T => parse(JSON.stringify(value));

  const modules: { name: string; read: unknown }[] = [];
  for (const { name, text } of code) {
    refuseImport(name, text);
    const exported = await run(name, text).catch((error: unknown) => {
      throw unreadable(name, messageOf(error));
    });
    modules.push({ name, read: Reflect.get(exported, 'default') });
  }
  const extended = guarded(() => engine.extend(modules));
  return {
    declarations: extended.declarations,
    performed: () => guarded(() => extended.performed()),
    describedOf: (spec) => guarded(() => extended.describedOf(inside(spec))),
    *simulate(spec, seed, checkpoint) {
      const ticks = guarded(() => extended.simulate(inside(spec), seed, checkpoint));
      for (;;) {
        const next = guarded(() => ticks.next());
        if (next.done === true) return next.value;
        yield next.value;
      }
    },
    fold: (...batch) => extended.fold(...batch),
    specDigest: (spec) => guarded(() => extended.specDigest(inside(spec))),
  };
}

/** What Node needs to be told when the thread is started. */
export const isolationFlags = ['--experimental-vm-modules', '--no-warnings'];

/** Milliseconds that a module may take until it has exported. */
const longestStart = 2000;

/** A module gets what it needs as an argument; with `import` it could ask this thread for more. */
function refuseImport(name: string, text: string): void {
  const line = text.split('\n').findIndex((each) => /\bimport\b/.test(each));
  if (line < 0) return;
  throw new StudioError({
    code: 'extension.imports',
    message: `${name} holds the word "import" in line ${line + 1}.`,
    hint: 'A module imports nothing: what it needs is in the argument of the function it exports. Use another word in comments.',
    where: `${name}:${line + 1}`,
  });
}

/** An engine that is not ours may say the word, as in "import cost", and nothing that would ask this thread for anything. */
function refuseReach(text: string): void {
  if (/\bimport\b(?! [a-z])/.test(text)) throw unreadable('The engine', 'it imports another module');
}

/** Takes the ways from an object to running text, and to the network, out of this thread: it runs one engine and ends. */
function closeThread(): void {
  const kinds = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const kind of kinds)
    Object.defineProperty(Object.getPrototypeOf(kind), 'constructor', { value: undefined });
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
    Reflect.deleteProperty(globalThis, name);
}

/** The one part of the platform that the engine needs; written inside, since nothing of this thread may go in. */
const textEncoder = `globalThis.TextEncoder = class {
  encode(text) {
    const escaped = unescape(encodeURIComponent(text));
    return Uint8Array.from(escaped, (byte) => byte.charCodeAt(0));
  }
};`;

/** Errors of the context are not this thread's: what they say is carried over. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw carriedOver(error);
  }
}

function carriedOver(error: unknown): unknown {
  if (error instanceof Error || typeof error !== 'object' || error === null) return error;
  const part = (key: string): string | undefined => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === 'string' ? value : undefined;
  };
  const [hint, where] = [part('hint'), part('where')];
  return new StudioError({
    code: part('code') ?? 'extension.failed',
    message: messageOf(error),
    ...(hint === undefined ? {} : { hint }),
    ...(where === undefined ? {} : { where }),
  });
}

function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const message: unknown = Reflect.get(error, 'message');
  return typeof message === 'string' ? message : 'it failed';
}

const unreadable = (name: string, why: string): StudioError =>
  new StudioError({
    code: 'extension.unreadable',
    message: `${name} cannot be run: ${why}.`,
    hint: 'It has to be an ES module that exports one function by default and imports nothing.',
    where: name,
  });

const isEngine = (module: object): module is Engine => typeof Reflect.get(module, 'extend') === 'function';
