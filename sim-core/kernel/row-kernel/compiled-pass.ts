import { blockRows } from '../sum.ts';
import { type ColumnMemory, memoryBehind, scratch } from './column-memory.ts';
import type { Declaration, Pass } from './declaration.ts';
import type { Graph } from './graph.ts';
import { type Functions, KernelModule } from './kernel-module.ts';
import { type Layout, layoutOf } from './wasm/layout.ts';

/** Where at least one row in so many of a block is listed, passing over all of them costs less than reaching for those. */
const rowsPerListed = 3;

/** A row kernel in WebAssembly: tells it of a pass, and takes it over the blocks. */
export class CompiledPass {
  readonly #declared: Declaration;
  readonly #graph: Graph;
  readonly #layout: Layout;
  readonly #columns: readonly string[];
  #overAll: KernelModule | undefined;
  #overLists: KernelModule | undefined;
  /** Of the pass that was told of last. */
  #functions: Functions | undefined;
  #memory: ColumnMemory | undefined;
  /** For each status: all bits where rows that have it are passed over. */
  readonly #wanted = new Uint8Array(16);

  constructor(declared: Declaration, graph: Graph) {
    this.#declared = declared;
    this.#graph = graph;
    this.#layout = layoutOf(declared, graph);
    this.#columns = Object.keys(declared.columns);
  }

  /** Tells the kernel of a pass; undefined where its columns lie in no memory, or nothing may be compiled. */
  over(pass: Pass): this | undefined {
    const memory = this.#columns.length === 0 ? undefined : memoryBehind(pass.columns[this.#columns[0]]);
    if (memory === undefined) return undefined;
    this.#functions = this.#module(pass.rows !== undefined).over(memory);
    if (this.#functions === undefined || !this.#tell(pass, memory)) return undefined;
    this.#memory = memory;
    return this;
  }

  /** Forgets the pass, so that a world that is over is not kept. */
  end(): void {
    this.#functions = undefined;
    this.#memory = undefined;
  }

  /** Passes over the rows of one block, or those of them that are listed, and adds to sums, then counts. */
  block(pass: Pass, block: number, totals: Float64Array): void {
    const [functions, memory] = [this.#functions, this.#memory];
    if (functions === undefined || memory === undefined) return;
    const { beside, listed } = functions;
    const from = block * blockRows;
    const end = from + blockRows < pass.count ? from + blockRows : pass.count;
    const at = this.#layout.totals / 8;
    for (let i = 0; i < totals.length; i++) memory.numbers[at + i] = 0;
    const { rows } = pass;
    const whole = end - ((end - from) % 4);
    if (rows === undefined) {
      beside(scratch.told, from, whole);
      for (let row = whole; row < end; row++) memory.integers[scratch.rows / 4 + row - whole] = row;
      if (whole < end) this.#overList(memory, listed, end - whole, pass.count);
    } else {
      const count = rows.ends[block] - from;
      if (count * rowsPerListed > end - from && whole === end) {
        memory.bytes.set(rows.statuses(from, end), scratch.statuses);
        beside(scratch.told, from, end);
      } else if (count > 0) {
        memory.integers.set(rows.rows.subarray(from, from + count), scratch.rows / 4);
        this.#overList(memory, listed, count, pass.count);
      }
    }
    for (let i = 0; i < totals.length; i++) totals[i] += memory.numbers[at + i];
  }

  /** What is missing to four is a row behind the last. */
  #overList(memory: ColumnMemory, listed: Functions['listed'], count: number, spare: number): void {
    const at = scratch.rows / 4 + count;
    memory.integers.fill(spare, at, at + 3);
    listed(scratch.told, 0, count);
  }

  #tell(pass: Pass, memory: ColumnMemory): boolean {
    const { columns, tables, luck, scalars, wanted } = this.#layout;
    const { buffer } = memory.memory;
    for (const name in columns) {
      const column = pass.columns[name];
      if (column.buffer !== buffer) return false;
      memory.integers[columns[name] / 4] = column.byteOffset;
    }
    for (const name in tables) {
      const table = pass.tables[name];
      if (table.buffer !== buffer) return false;
      memory.integers[tables[name] / 4] = table.byteOffset;
    }
    for (const name in luck) {
      memory.integers[luck[name] / 4] = pass.luck[name].k0;
      memory.integers[luck[name] / 4 + 1] = pass.luck[name].k1;
    }
    for (const name in scalars) memory.numbers[scalars[name] / 8] = pass.scalars[name];
    if (pass.rows) {
      for (let status = 0; status < 16; status++)
        this.#wanted[status] = ((pass.rows.wanted >>> status) & 1) * 255;
      memory.bytes.set(this.#wanted, wanted);
    }
    return true;
  }

  #module(areLists: boolean): KernelModule {
    const make = (): KernelModule => new KernelModule(this.#declared, this.#graph, this.#layout, areLists);
    if (areLists) {
      this.#overLists ??= make();
      return this.#overLists;
    }
    this.#overAll ??= make();
    return this.#overAll;
  }
}
