import { type Slot, slots } from '../../../../sim-core/contract/slot.ts';
import type { ModelGraph } from './model-graph.ts';

/** A box, in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ModelLayout {
  /** Slots side by side, or one under another where the pane is too narrow for that. */
  readonly direction: 'columns' | 'lanes';
  readonly width: number;
  readonly height: number;
  /** The place of every slot, those without a mechanism included. */
  readonly slots: ReadonlyMap<Slot, Box>;
  /** By id of the mechanism. */
  readonly nodes: ReadonlyMap<string, Box>;
}

const nodeSize = { width: 136, height: 44 } as const;
const widest = 200;
const gap = 12;
const headSize = { width: 112, height: 32 } as const;
/** Between two mechanisms of a lane, where edges pass. */
const lane = 24;
const emptyColumn = 104;
/** Between two columns, where edges turn. */
const aisle = 36;

/**
 * Fixed places: every slot has its column, in the order of the day, and its mechanisms stand in it in the order in which they act.
 * Where `width` px do not hold all columns, slots are lanes from top to bottom instead, and mechanisms wrap inside their lane.
 */
export function modelLayout({ nodes }: ModelGraph, width: number): ModelLayout {
  const members = new Map(slots.map((slot) => [slot, nodes.filter((node) => node.slot === slot)]));
  const columnOf = (slot: Slot): number => (members.get(slot)?.length === 0 ? emptyColumn : nodeSize.width);
  const needed = slots.reduce((sum, slot) => sum + columnOf(slot) + aisle, gap);
  const boxes = new Map<Slot, Box>();
  const places = new Map<string, Box>();

  if (width >= needed) {
    const spare = (width - needed) / slots.length;
    const most = Math.max(1, ...[...members.values()].map(({ length }) => length));
    const height = headSize.height + 2 * gap + most * (nodeSize.height + 2 * gap);
    let x = gap;
    for (const slot of slots) {
      const column = columnOf(slot);
      boxes.set(slot, { x, y: 0, width: column, height });
      for (const [row, { id }] of (members.get(slot) ?? []).entries()) {
        const y = headSize.height + gap + row * (nodeSize.height + 2 * gap);
        places.set(id, { x, y, ...nodeSize });
      }
      x += column + aisle + spare;
    }
    return { direction: 'columns', width, height, slots: boxes, nodes: places };
  }

  const room = Math.max(nodeSize.width, width - headSize.width - lane);
  const across = Math.max(1, Math.floor((room + lane) / (nodeSize.width + lane)));
  const node = {
    width: Math.min(widest, Math.floor((room + lane) / across) - lane),
    height: nodeSize.height,
  };
  let y = 0;
  for (const slot of slots) {
    const all = members.get(slot) ?? [];
    const rows = Math.ceil(all.length / across);
    const height = rows === 0 ? headSize.height : rows * (nodeSize.height + gap) + gap;
    boxes.set(slot, { x: 0, y, width, height });
    for (const [index, { id }] of all.entries()) {
      const column = index % across;
      const row = Math.floor(index / across);
      const x = headSize.width + column * (node.width + lane);
      places.set(id, { x, y: y + gap + row * (nodeSize.height + gap), ...node });
    }
    y += height;
  }
  return { direction: 'lanes', width, height: y, slots: boxes, nodes: places };
}
