/**
 * The only door to WebAssembly in the engine. It computes the same bits everywhere, but for the payload of a NaN; where a policy
 * refuses it, row kernels run in JavaScript.
 */
export interface Memory {
  readonly buffer: ArrayBuffer;
}

type Module = object;

interface Platform {
  readonly Memory: new (size: { readonly initial: number }) => Memory;
  readonly Module: new (bytes: Uint8Array) => Module;
  readonly Instance: new (
    module: Module,
    imports: Readonly<Record<string, Readonly<Record<string, Memory>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

declare const WebAssembly: Platform | undefined;

/** Its memory is little-endian everywhere; typed arrays are as the machine is, and both have to agree. */
const agrees = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Taken when the engine is loaded: what runs in it later may find the name gone. */
const platform = agrees && typeof WebAssembly !== 'undefined' ? WebAssembly : undefined;

const page = 65_536;

/** Memory of at least so many bytes, all zero; undefined where there is none to have. */
export function memoryOf(bytes: number): Memory | undefined {
  return attempted(
    (wasm) => new wasm.Memory({ initial: (bytes + page - 1 - ((bytes + page - 1) % page)) / page }),
  );
}

/** A module of these bytes; undefined where it may not be compiled. */
export function moduleOf(bytes: Uint8Array): Module | undefined {
  return attempted((wasm) => new wasm.Module(bytes));
}

/** The functions of a module over a memory. */
export function functionsOf(module: Module, memory: Memory): Readonly<Record<string, unknown>> | undefined {
  return attempted((wasm) => new wasm.Instance(module, { env: { memory } }).exports);
}

function attempted<Result>(attempt: (wasm: Platform) => Result): Result | undefined {
  if (platform === undefined) return undefined;
  try {
    return attempt(platform);
  } catch {
    return undefined;
  }
}
