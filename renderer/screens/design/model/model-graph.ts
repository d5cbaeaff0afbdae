import type { MechanismView } from '../../../../main/api/model/model-api.ts';
import { type Slot, slots } from '../../../../sim-core/contract/slot.ts';

/** One mechanism hands values to another. */
export interface ModelEdge {
  /** Ids of mechanisms. */
  readonly from: string;
  readonly to: string;
  /** Paths that `from` writes and `to` reads, sorted. */
  readonly values: readonly string[];
  /** Whether `to` acts before `from` in a day, and so sees what it wrote on the day before. */
  readonly late: boolean;
}

export interface ModelGraph {
  /** In the order in which they act. */
  readonly nodes: readonly MechanismView[];
  readonly edges: readonly ModelEdge[];
}

/** The mechanisms of a scenario, in the order in which they act, and which values go from one to another. */
export function modelGraph(used: readonly string[], known: readonly MechanismView[]): ModelGraph {
  const nodes = used
    .flatMap((id) => known.find((mechanism) => mechanism.id === id) ?? [])
    .map((node, index) => ({ node, index }))
    .sort((a, b) => order(a.node.slot) - order(b.node.slot) || a.index - b.index)
    .map(({ node }) => node);
  const edges = nodes.flatMap((from, at) =>
    nodes.flatMap((to, place): ModelEdge[] => {
      if (from === to) return [];
      const values = handedOver(from, to, place < at);
      return values.length === 0 ? [] : [{ from: from.id, to: to.id, values, late: place < at }];
    }),
  );
  return { nodes, edges };
}

/**
 * What one writes and the other reads. Tokens that one leaves in an account and a later one moves on are handed over too, although
 * nobody reads them.
 */
function handedOver(from: MechanismView, to: MechanismView, late: boolean): readonly string[] {
  const read = new Set(to.reads);
  const moved = new Set(
    late || from.slot === to.slot || from.slot === 'agents' ? [] : to.writes.filter(isAccount),
  );
  return from.writes.filter((path) => read.has(path) || moved.has(path)).sort();
}

const isAccount = (path: string): boolean => path.startsWith('ledger.');

const order = (slot: Slot): number => slots.indexOf(slot);
