import type { SeedNumbers } from '../../../main/api/runs/runs-api.ts';
import type { SeedResult } from '../../../sim-core/contract/run.ts';

/** Longest that the page may be kept busy at a stretch, in milliseconds. */
const slice = 12;

/** Waits for the page whenever work has taken long enough. */
function patience(): () => Promise<void> {
  let until = performance.now() + slice;
  return async () => {
    if (performance.now() < until) return;
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + slice;
  };
}

/** A seed as it crosses a door, made in slices so that the page goes on. */
export async function numbersOf({ seed, digest, columns, breakdowns }: SeedResult): Promise<SeedNumbers> {
  return { seed, digest, columns: await texts(columns), breakdowns: await texts(breakdowns) };
}

/** A seed that came through a door, read in slices. */
export async function seedOf({ seed, digest, columns, breakdowns }: SeedNumbers): Promise<SeedResult> {
  return { seed, digest, columns: await arrays(columns), breakdowns: await arrays(breakdowns) };
}

async function texts(columns: readonly Float64Array[]): Promise<string[]> {
  const pause = patience();
  const made: string[] = [];
  for (const column of columns) {
    made.push(textOf(column));
    await pause();
  }
  return made;
}

async function arrays(columns: readonly string[]): Promise<Float64Array[]> {
  const pause = patience();
  const made: Float64Array[] = [];
  for (const column of columns) {
    made.push(columnOf(column));
    await pause();
  }
  return made;
}

/** Bytes that become characters at once: more arguments than this a call does not take. */
const atOnce = 0x2000;

/** Eight little-endian bytes a number, as base64. */
export function textOf(column: Float64Array): string {
  const bytes = new Uint8Array(column.length * 8);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < column.length; i += 1) view.setFloat64(i * 8, column[i] ?? Number.NaN, true);
  let characters = '';
  for (let from = 0; from < bytes.length; from += atOnce)
    characters += String.fromCharCode(...bytes.subarray(from, from + atOnce));
  return btoa(characters);
}

export function columnOf(text: string): Float64Array {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = characters.charCodeAt(i);
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: Math.floor(bytes.length / 8) }, (_, i) => view.getFloat64(i * 8, true));
}
