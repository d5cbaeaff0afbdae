import type { SeedNumbers } from '../../../main/api/runs/runs-api.ts';
import type { SeedResult } from '../../../sim-core/contract/run.ts';
import { createPatience, type Patience } from '../../sim/patience.ts';

/** A seed as it crosses a door, made in slices so that the page goes on. */
export async function numbersOf(
  { seed, digest, columns, breakdowns }: SeedResult,
  patience = createPatience(),
): Promise<SeedNumbers> {
  const texts = (of: readonly Float64Array[]) => oneByOne(of, textOf, patience);
  return { seed, digest, columns: await texts(columns), breakdowns: await texts(breakdowns) };
}

/** A seed that came through a door, read in slices. */
export async function seedOf(
  { seed, digest, columns, breakdowns }: SeedNumbers,
  patience = createPatience(),
): Promise<SeedResult> {
  const arrays = (of: readonly string[]) => oneByOne(of, columnOf, patience);
  return { seed, digest, columns: await arrays(columns), breakdowns: await arrays(breakdowns) };
}

async function oneByOne<From, To>(
  all: readonly From[],
  make: (one: From) => To,
  patience: Patience,
): Promise<To[]> {
  const made: To[] = [];
  for (const one of all) {
    made.push(make(one));
    await patience.whenDue();
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
