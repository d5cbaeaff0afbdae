import type { Columns } from '../../contract/columns.ts';
import { blockRows } from '../sum.ts';
import { CompiledPass } from './compiled-pass.ts';
import type { Declaration, Pass } from './declaration.ts';
import { Evaluator } from './evaluate.ts';
import type { Graph } from './graph.ts';
import { trace } from './trace.ts';

/**
 * A pass over the rows of a table as one function of a row, without branches: read once into a graph, from which WebAssembly passes
 * over four rows at a time; where that is refused, or a table is small, JavaScript does the same to the same bits. The function
 * that is returned makes a pass and gives back its sums and counts, in the same object each time.
 */
export function rowKernel<
  const C extends Columns,
  const Scalar extends string = never,
  const Draw extends string = never,
  const T extends Columns = Record<never, never>,
  Sum extends string = never,
  Count extends string = never,
>(
  declared: Declaration<C, Scalar, Draw, T, Sum, Count>,
): (pass: Pass<C, Scalar, Draw, T>) => Readonly<Record<Sum | Count, number>> {
  // The boundary where names become types: what the declaration names is what a pass has.
  const untyped = declared as unknown as Declaration;
  const kernel = new Kernel(untyped);
  return (pass) => kernel.run(pass as unknown as Pass) as Readonly<Record<Sum | Count, number>>;
}

/** Reads its row function when it is first used, and compiles it when it first meets columns in a memory. */
class Kernel {
  readonly #declared: Declaration;
  #graph: Graph | undefined;
  #compiled: CompiledPass | undefined;
  #evaluator: Evaluator | undefined;
  #names: readonly string[] = [];
  #block = new Float64Array(0);
  readonly #totals: Record<string, number> = {};

  constructor(declared: Declaration) {
    this.#declared = declared;
  }

  run(pass: Pass): Readonly<Record<string, number>> {
    this.#graph ??= this.#read();
    this.#compiled ??= new CompiledPass(this.#declared, this.#graph);
    const perform = this.#compiled.over(pass) ?? this.#evaluate(this.#graph);
    const totals = this.#totals;
    for (const name of this.#names) totals[name] = 0;
    for (let block = 0; block * blockRows < pass.count; block++) {
      this.#block.fill(0);
      perform.block(pass, block, this.#block);
      for (let i = 0; i < this.#names.length; i++) totals[this.#names[i]] += this.#block[i];
    }
    this.#compiled.end();
    return totals;
  }

  #read(): Graph {
    const graph = trace(this.#declared);
    this.#names = [...graph.sums, ...graph.counts].map(({ name }) => name);
    this.#block = new Float64Array(this.#names.length);
    return graph;
  }

  #evaluate(graph: Graph): Evaluator {
    this.#evaluator ??= new Evaluator(graph, this.#declared.agent);
    return this.#evaluator;
  }
}
