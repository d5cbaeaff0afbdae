import type { Declaration } from '../declaration.ts';
import type { Graph } from '../graph.ts';
import { Code } from './code.ts';
import { emitOutputs } from './emit-outputs.ts';
import { luckBefore } from './emit-uniform.ts';
import { FourRows, type Writing } from './four-rows.ts';
import type { Layout } from './layout.ts';
import { fourTimes, type Pool } from './pool.ts';
import type { Reach } from './reach.ts';

/** Parameters of an emitted function: what it is told, the first row or place, and the end. */
const told = 0;
const at = 1;
const end = 2;

/**
 * Writes one function that passes over rows four at a time: whole numbers and luck four in a vector, everything else two and two.
 */
export function emitPass(
  declared: Declaration,
  graph: Graph,
  layout: Layout,
  pool: Pool,
  reach: Reach,
): readonly number[] {
  const code = new Code(3);
  const writing = { code, graph, declared, reach, ...before(code, pool, graph, layout) };
  reach.before(code, pool, { at, end, told });
  code.until(
    () => code.get(at).get(end).do('i32.ge_s'),
    () => {
      reach.begin(code);
      reach.mask?.(code);
      const mask = reach.mask === undefined ? undefined : code.keep('v128');
      emitOutputs(writing, new FourRows(writing, mask));
      code.get(at).integer(4).do('i32.add').set(at);
    },
  );
  after(writing, layout);
  return code.encoded();
}

/** Reads what is the same for all rows. */
function before(
  code: Code,
  pool: Pool,
  graph: Graph,
  layout: Layout,
): Pick<Writing, 'bases' | 'same' | 'whole' | 'luck' | 'totals'> {
  const addresses = Object.entries({ ...layout.columns, ...layout.tables });
  const bases = addresses.map(
    ([name, place]) => [name, code.get(told).reach('i32.load', place).keep('i32')] as const,
  );
  const same = new Map<number, number>();
  const whole = new Map<number, number>();
  for (const [place, node] of graph.nodes.entries()) {
    if (node.kind === 'constant') same.set(place, pool.number(code, told, node.value));
    if (node.kind === 'constant' && (node.value | 0) === node.value)
      whole.set(place, pool.integers(code, told, fourTimes(node.value)));
    if (node.kind === 'scalar')
      same.set(place, code.get(told).reach('v128.load64_splat', layout.scalars[node.name]).keep('v128'));
  }
  const sums = graph.sums.map((_, i) =>
    code
      .get(told)
      .reach('f64.load', layout.totals + 8 * i)
      .keep('f64'),
  );
  const counts = graph.counts.map(() => code.local('v128'));
  const luck = luckBefore(code, pool, told, layout.luck);
  return { bases: Object.fromEntries(bases), same, whole, luck, totals: [...sums, ...counts] };
}

/** Gives back sums and counts. */
function after({ code, graph, totals }: Writing, layout: Layout): void {
  for (const [i, total] of totals.entries()) {
    const place = layout.totals + 8 * i;
    code.get(told);
    if (i < graph.sums.length) code.get(total);
    else {
      code.get(total).pick('i64x2.extract_lane', 0).get(total).pick('i64x2.extract_lane', 1);
      code.do('i64.add').do('f64.convert_i64_s').get(told).reach('f64.load', place).do('f64.add');
    }
    code.reach('f64.store', place);
  }
}
