import type { MetricView } from '../../../../main/api/model/model-api.ts';
import type { ModelSelection } from '../../../state/design.ts';
import type { ModelEdge, ModelGraph } from './model-graph.ts';

/** What lights up for a selection. */
export interface Feeding {
  /** Steps from each mechanism to what was selected: 0 is it, or writes a value of the metric; 1 feeds those; 2 feeds them. */
  readonly steps: ReadonlyMap<string, number>;
  readonly edges: ReadonlySet<ModelEdge>;
}

/** Further than this nearly everything feeds everything, a day later. */
const furthest = 2;

/** Which mechanisms feed a mechanism or a metric, and along which edges. */
export function whatFeeds(
  { nodes, edges }: ModelGraph,
  selection: ModelSelection,
  metrics: readonly MetricView[],
): Feeding {
  const steps = new Map<string, number>();
  const lit = new Set<ModelEdge>();
  if (selection.kind === 'mechanism') {
    if (nodes.some(({ id }) => id === selection.id)) steps.set(selection.id, 0);
  } else {
    const reads = metrics.find(({ id }) => id === selection.id)?.reads ?? [];
    for (const { id, writes } of nodes) if (writes.some((path) => reads.includes(path))) steps.set(id, 0);
  }
  for (let step = 1; step <= furthest; step++) {
    const before = [...steps].filter(([, at]) => at === step - 1).map(([id]) => id);
    for (const edge of edges) {
      if (!before.includes(edge.to)) continue;
      if (step === 1 || !steps.has(edge.from)) lit.add(edge);
      if (!steps.has(edge.from)) steps.set(edge.from, step);
    }
  }
  return { steps, edges: lit };
}
