import type { TokenFlow } from './token-flows-subject.ts';

/** An account in the picture; one that tokens come back to stands twice, on the right as "back to". */
export interface FlowNode {
  readonly id: string;
  readonly account: string;
  readonly back: boolean;
}

export interface FlowLink {
  readonly from: string;
  readonly to: string;
  /** Index in the flows of the subject. */
  readonly flow: number;
  readonly amount: number;
}

export interface FlowGraph {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

/**
 * The flows as a graph without circles, which no Sankey diagram can draw: the largest flows find their place first, and one
 * that would close a circle ends at "back to" its account. Flows of nothing are left out. No amount is changed.
 */
export function flowGraph(flows: readonly TokenFlow[]): FlowGraph {
  const nodes = new Map<string, FlowNode>();
  const outgoing = new Map<string, Set<string>>();
  const links: FlowLink[] = [];
  const order = flows
    .map((flow, index) => ({ ...flow, index }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount || a.index - b.index);
  for (const { from, to, amount, index } of order) {
    const back = from === to || reaches(to, from, outgoing);
    const end = back ? `back to ${to}` : to;
    nodes.set(from, { id: from, account: from, back: false });
    nodes.set(end, { id: end, account: to, back });
    const next = outgoing.get(from) ?? new Set();
    next.add(end);
    outgoing.set(from, next);
    links.push({ from, to: end, flow: index, amount });
  }
  return { nodes: [...nodes.values()], links };
}

function reaches(from: string, to: string, outgoing: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(outgoing.get(at) ?? []));
  }
  return false;
}
