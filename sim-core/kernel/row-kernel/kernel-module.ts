import { type ColumnMemory, scratch } from './column-memory.ts';
import type { Declaration } from './declaration.ts';
import type { Graph } from './graph.ts';
import { compile } from './wasm/compile.ts';
import type { Layout } from './wasm/layout.ts';
import { functionsOf, moduleOf } from './web-assembly.ts';

/** Passes from a row, or a place of the list, up to but not including another; `told` is where it is told of the pass. */
type Emitted = (told: number, from: number, end: number) => void;

export interface Functions {
  readonly beside: Emitted;
  readonly listed: Emitted;
}

/** A row kernel compiled once, for passes over all rows or for those over lists, with an instance for each memory it is used on. */
export class KernelModule {
  readonly #module: ReturnType<typeof moduleOf>;
  readonly #constants: ReturnType<typeof compile>['constants'];
  readonly #instances = new WeakMap<ColumnMemory, Functions>();

  constructor(declared: Declaration, graph: Graph, layout: Layout, areLists: boolean) {
    const { bytes, constants } = compile(declared, graph, layout, areLists);
    this.#module = constants.end <= scratch.rows ? moduleOf(bytes) : undefined;
    this.#constants = constants;
  }

  /** Its functions over a memory, in which it leaves its constants; undefined where nothing may be compiled. */
  over(memory: ColumnMemory): Functions | undefined {
    if (this.#module === undefined) return undefined;
    const functions = this.#instances.get(memory) ?? this.#instance(this.#module, memory);
    if (functions !== undefined) memory.integers.set(this.#constants.words, this.#constants.at / 4);
    return functions;
  }

  #instance(module: object, memory: ColumnMemory): Functions | undefined {
    const exported = functionsOf(module, memory.memory);
    if (exported === undefined) return undefined;
    // The boundary to what the module exports: `compile` writes exactly these two.
    const functions = exported as unknown as Functions;
    this.#instances.set(memory, functions);
    return functions;
  }
}
