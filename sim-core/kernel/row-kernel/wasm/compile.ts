import type { Declaration } from '../declaration.ts';
import type { Graph } from '../graph.ts';
import { emitPass } from './emit-pass.ts';
import { encodeModule } from './encode.ts';
import type { Layout } from './layout.ts';
import { Pool } from './pool.ts';
import { beside, listed } from './reach.ts';

/**
 * The module of a row kernel: functions for four rows beside each other (all of them, or where there are lists those with a wanted
 * status) and for those of a list; and the constants that have to stand behind what they are told.
 */
export function compile(
  declared: Declaration,
  graph: Graph,
  layout: Layout,
  areLists: boolean,
): { readonly bytes: Uint8Array; readonly constants: ReturnType<Pool['contents']> } {
  const pool = new Pool(layout.end);
  const bytes = encodeModule({
    beside: emitPass(declared, graph, layout, pool, beside(areLists ? layout : undefined)),
    listed: emitPass(declared, graph, layout, pool, listed()),
  });
  return { bytes, constants: pool.contents() };
}
