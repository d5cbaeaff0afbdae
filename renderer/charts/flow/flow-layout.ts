import { linkHorizontal, linkVertical } from 'd3';
import { sankey } from 'd3-sankey';
import { px } from '../parts/px.ts';
import { type FlowLink, type FlowNode, flowGraph } from './flow-graph.ts';
import type { TokenFlow } from './token-flows-subject.ts';

/** An account as a bar; px. */
export interface PlacedNode extends FlowNode {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The larger of what comes in and what goes out, in the unit of the flows. */
  readonly amount: number;
}

/** A flow as a ribbon along `path`, `thick` px wide; `from` and `to` are accounts. */
export interface PlacedLink {
  readonly flow: number;
  readonly path: string;
  readonly thick: number;
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

export interface FlowLayout {
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
  readonly direction: FlowDirection;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** From left to right, or from above downwards where a picture is narrow. */
export type FlowDirection = 'across' | 'down';

/** Lays flows out inside a box. */
export function flowLayout(flows: readonly TokenFlow[], box: Box, direction: FlowDirection): FlowLayout {
  const graph = flowGraph(flows);
  if (graph.links.length === 0) return { nodes: [], links: [], direction };
  const [[fromX, fromY], [toX, toY]] = turnedBox(box, direction);
  const layout = sankey<FlowNode, Omit<FlowLink, 'from' | 'to' | 'amount'>>()
    .nodeId(({ id }) => id)
    .nodeWidth(10)
    .nodePadding(Math.min(18, (toY - fromY) / (graph.nodes.length + 1)))
    .extent([
      [fromX, fromY],
      [toX, toY],
    ]);
  const placed = layout({
    nodes: graph.nodes.map((node) => ({ ...node })),
    links: graph.links.map(({ from, to, amount, flow }) => ({
      ...{ source: from, target: to, value: amount, flow },
    })),
  });
  return {
    direction,
    nodes: placed.nodes.map(({ id, account, back, x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 }) => {
      const [[left, top], [right, bottom]] = [turned(x0, y0, direction), turned(x1, y1, direction)];
      return { id, account, back, left, right, top, bottom, amount: value };
    }),
    links: placed.links.map(({ flow, source, target, width = 1, y0 = 0, y1 = 0 }) => {
      const from = turned(typeof source === 'object' ? (source.x1 ?? 0) : 0, y0, direction);
      const to = turned(typeof target === 'object' ? (target.x0 ?? 0) : 0, y1, direction);
      return { flow, path: ribbon(from, to, direction), thick: Math.max(1, width), from, to };
    }),
  };
}

type Place = readonly [x: number, y: number];

const turned = (along: number, across: number, direction: FlowDirection): Place =>
  direction === 'across' ? [along, across] : [across, along];

const turnedBox = ({ left, right, top, bottom }: Box, direction: FlowDirection): readonly [Place, Place] => [
  turned(left, top, direction),
  turned(right, bottom, direction),
];

/** The middle of a ribbon: a cubic curve that leaves and comes along the direction. */
const ribbon = (from: Place, to: Place, direction: FlowDirection): string =>
  (
    (direction === 'across' ? linkHorizontal() : linkVertical())({ source: [...from], target: [...to] }) ?? ''
  ).replace(/\d+\.\d+/g, (number) => String(px(Number(number))));

/** The flow whose ribbon lies under a place, the thinnest where several do; undefined where none does. */
export function flowAt({ links, direction }: FlowLayout, x: number, y: number): number | undefined {
  const [along, across] = turned(x, y, direction);
  const hit = links
    .filter(({ from, to, thick }) => {
      const [[fromAlong, fromAcross], [toAlong, toAcross]] = [
        turned(...from, direction),
        turned(...to, direction),
      ];
      if (along < fromAlong || along > toAlong) return false;
      const share = (along - fromAlong) / Math.max(1, toAlong - fromAlong);
      // The ribbon's curve to within a px or two.
      const eased = share * share * (3 - 2 * share);
      return Math.abs(across - (fromAcross + eased * (toAcross - fromAcross))) <= Math.max(3, thick / 2);
    })
    .sort((a, b) => a.thick - b.thick);
  return hit[0]?.flow;
}
