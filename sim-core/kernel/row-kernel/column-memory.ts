import type { ArrayOf, ColumnType } from '../../contract/columns.ts';
import { blockRows } from '../sum.ts';
import { type Memory, memoryOf } from './web-assembly.ts';

/** Columns begin where a line of the processor's cache does. */
const line = 64;
/** Rows behind the last that a pass of four rows at a time may touch. */
const spareRows = 4;
/** Below so many rows a pass takes no time, and a memory of its own would. */
const fewRows = 256;

/** Bytes in front of the columns: what a kernel is told of a pass, and the rows or statuses of a block. */
export const scratch = { told: 0, rows: 8192, statuses: 8192 + 4 * blockRows + line } as const;
const scratchBytes = scratch.statuses + blockRows + line;

const bytesOf: Readonly<Record<ColumnType, number>> = { f64: 8, f32: 4, i32: 4, u32: 4, u16: 2, u8: 1 };

const make: {
  readonly [Type in ColumnType]: (buffer: ArrayBuffer, offset: number, rows: number) => ArrayOf[Type];
} = {
  f64: (buffer, offset, rows) => new Float64Array(buffer, offset, rows),
  f32: (buffer, offset, rows) => new Float32Array(buffer, offset, rows),
  i32: (buffer, offset, rows) => new Int32Array(buffer, offset, rows),
  u32: (buffer, offset, rows) => new Uint32Array(buffer, offset, rows),
  u16: (buffer, offset, rows) => new Uint16Array(buffer, offset, rows),
  u8: (buffer, offset, rows) => new Uint8Array(buffer, offset, rows),
};

/** Columns of one world, beside each other in one memory that compiled row kernels work on. */
export class ColumnMemory {
  readonly memory: Memory;
  readonly bytes: Uint8Array;
  readonly integers: Int32Array;
  readonly numbers: Float64Array;

  constructor(memory: Memory) {
    this.memory = memory;
    this.bytes = new Uint8Array(memory.buffer);
    this.integers = new Int32Array(memory.buffer, 0, scratchBytes / 4);
    this.numbers = new Float64Array(memory.buffer, 0, scratch.rows / 8);
  }
}

/** The memory that a buffer belongs to. */
const memories = new WeakMap<ArrayBufferLike, ColumnMemory>();

/** The memory that a column lies in; undefined where it is an array of its own. */
export const memoryBehind = ({ buffer }: { readonly buffer: ArrayBufferLike }): ColumnMemory | undefined =>
  memories.get(buffer);

/**
 * Makes columns of zeros, those of one world in one memory where the platform has it: its size is fixed by all that will be asked
 * for, since a memory that grows takes its arrays away.
 */
export function columnMaker(
  all: readonly { readonly rows: number; readonly types: readonly ColumnType[] }[],
): <Type extends ColumnType>(type: Type, rows: number) => ArrayOf[Type] {
  const needed = all.reduce(
    (sum, { rows, types }) => sum + types.reduce((bytes, type) => bytes + roomOf(type, rows), 0),
    scratchBytes,
  );
  const memory = all.some(({ rows }) => rows >= fewRows) ? memoryOf(needed) : undefined;
  if (memory === undefined) return (type, rows) => make[type](new ArrayBuffer(bytesOf[type] * rows), 0, rows);
  memories.set(memory.buffer, new ColumnMemory(memory));
  let at: number = scratchBytes;
  return (type, rows) => {
    const column = make[type](memory.buffer, at, rows);
    at += roomOf(type, rows);
    return column;
  };
}

function roomOf(type: ColumnType, rows: number): number {
  const bytes = bytesOf[type] * (rows + spareRows);
  return bytes + ((line - (bytes % line)) % line);
}
