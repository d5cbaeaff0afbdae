import { StudioError } from '../contract/errors.ts';
import { canonicalJson } from './canonical.ts';
import type { WorldState } from './world.ts';

const headerEnd = 10; // line feed: canonical JSON has none

/** What a checkpoint belongs to; it opens only where all of this is the same. */
export interface CheckpointHeader {
  readonly model: string;
  readonly seed: string;
  readonly ticks: number;
  readonly done: number;
}

/** One line of JSON, then every array of the state, the finished rows of the results and all samples, as they lie in memory. */
export function pack(
  header: CheckpointHeader,
  state: WorldState,
  results: readonly Float64Array[],
  samples: readonly Float64Array[],
): Uint8Array {
  const finished = results.map((column) => column.subarray(0, header.done));
  const parts = [...state.columns(), state.scalars(), ...finished, ...samples].map(bytesOf);
  const head = `${inAscii(canonicalJson({ ...header, sizes: parts.map((p) => p.length) }))}\n`;
  const bytes = new Uint8Array(head.length + parts.reduce((total, p) => total + p.length, 0));
  for (let i = 0; i < head.length; i++) bytes[i] = head.charCodeAt(i);
  let at = head.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The same JSON, a byte a letter: what is beyond stands in its texts alone, where it may be escaped. */
const inAscii = (json: string): string =>
  json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Fills state, results and samples from a checkpoint; returns the ticks it had done. Throws where it is of another run. */
export function unpack(
  bytes: Uint8Array,
  expected: Omit<CheckpointHeader, 'done'>,
  state: WorldState,
  results: readonly Float64Array[],
  samples: readonly Float64Array[],
): number {
  const { header, sizes, body } = headOf(bytes);
  const scalars = state.scalars();
  const finished = results.map((column) => column.subarray(0, header.done));
  const parts = [...state.columns(), scalars, ...finished, ...samples].map(bytesOf);
  const same =
    header.model === expected.model &&
    header.seed === expected.seed &&
    header.ticks === expected.ticks &&
    canonicalJson(sizes) === canonicalJson(parts.map((p) => p.length)) &&
    body.length === parts.reduce((total, p) => total + p.length, 0);
  if (!same) {
    throw new StudioError({
      code: 'checkpoint.other-run',
      message: `The checkpoint is of model ${header.model}, seed ${header.seed}, ${header.ticks} ticks; this is model ${expected.model}, seed ${expected.seed}, ${expected.ticks} ticks.`,
      hint: 'Resume it with the scenario, seed and engine that made it, or start the run anew.',
    });
  }
  let at = 0;
  for (const part of parts) {
    part.set(body.subarray(at, at + part.length));
    at += part.length;
  }
  state.setScalars(scalars);
  return header.done;
}

function headOf(bytes: Uint8Array): { header: CheckpointHeader; sizes: unknown; body: Uint8Array } {
  const end = bytes.indexOf(headerEnd);
  try {
    let text = '';
    for (let i = 0; i < end; i++) text += String.fromCharCode(bytes[i]);
    const parsed: unknown = JSON.parse(text);
    if (isHeader(parsed)) return { header: parsed, sizes: parsed.sizes, body: bytes.subarray(end + 1) };
  } catch {
    // Not JSON: not a checkpoint.
  }
  throw new StudioError({
    code: 'checkpoint.unreadable',
    message: 'These bytes are not a checkpoint.',
    hint: 'Start the run anew.',
  });
}

function isHeader(value: unknown): value is CheckpointHeader & { sizes: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'model' in value &&
    'seed' in value &&
    'ticks' in value &&
    'sizes' in value &&
    'done' in value &&
    typeof value.done === 'number' &&
    value.done >= 0
  );
}

function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
