import { textWidth } from '../text-width.ts';
import type { Box, FlowDirection, FlowLayout, PlacedNode } from './flow-layout.ts';

/** A name beside the bar of an account; `x`, `y` in px are where its text begins or ends, on its baseline. */
export interface FlowLabel {
  readonly node: PlacedNode;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

const fontSize = 11;
const gap = 5;

/**
 * Names of the accounts where none covers another or a bar, the largest first; shorter ones where the long have no room. What
 * finds no place is left out: pointing at it still tells it.
 * @param textsOf a name's spellings, the longest first
 */
export function placeLabels(
  { nodes, direction }: FlowLayout,
  box: Box,
  textsOf: (node: PlacedNode) => readonly string[],
): readonly FlowLabel[] {
  const bars = nodes.map(({ left, right, top, bottom }): Box => ({ left, right, top, bottom }));
  const taken: Box[] = [];
  const labels: FlowLabel[] = [];
  const bySize = [...nodes].sort((a, b) => b.amount - a.amount);
  for (const node of bySize) {
    const label = candidatesOf(node, box, textsOf(node), direction).find((each) => {
      const area = areaOf(each);
      const across = area.left >= box.left - 2 && area.right <= box.right + 2;
      const inside = across && area.bottom <= box.bottom + (direction === 'down' ? 18 : 6);
      return inside && [...taken, ...bars].every((other) => !overlaps(area, other));
    });
    if (label === undefined) continue;
    taken.push(areaOf(label));
    labels.push(label);
  }
  return labels;
}

/** Beside the bar towards the middle of the picture first, or below it where flows go down; then nearer to its ends. */
function candidatesOf(
  node: PlacedNode,
  box: Box,
  texts: readonly string[],
  direction: FlowDirection,
): readonly FlowLabel[] {
  const middleX = (node.left + node.right) / 2;
  const middleY = (node.top + node.bottom) / 2;
  if (direction === 'down') {
    const heights =
      middleY > (box.top + box.bottom) / 2
        ? [node.top - gap, node.bottom + 13]
        : [node.bottom + 13, node.top - gap];
    return texts.flatMap((text) =>
      heights.flatMap((y) => [
        { node, text, anchor: 'middle' as const, x: middleX, y },
        { node, text, anchor: 'start' as const, x: node.left, y },
        { node, text, anchor: 'end' as const, x: node.right, y },
      ]),
    );
  }
  const onTheRight = middleX > (box.left + box.right) / 2;
  const sides = onTheRight ? (['end', 'start'] as const) : (['start', 'end'] as const);
  const half = (node.bottom - node.top) / 2 + 4;
  return texts.flatMap((text) =>
    [0, -14, 14, -half, half].flatMap((shift) =>
      sides.map((anchor) => ({
        ...{ node, text, anchor },
        x: anchor === 'start' ? node.right + gap : node.left - gap,
        y: Math.min(box.bottom, Math.max(box.top + fontSize, middleY + 4 + shift)),
      })),
    ),
  );
}

function areaOf({ text, x, y, anchor }: FlowLabel): Box {
  const width = textWidth(text, fontSize);
  const left = x - { start: 0, middle: 0.5, end: 1 }[anchor] * width;
  return { left, right: left + width, top: y - fontSize, bottom: y + 3 };
}

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
