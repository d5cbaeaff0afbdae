import { createHash } from 'node:crypto';
import type { RunKey } from './seed-file.ts';

/** The state of a run that is not over: what the kernel goes on from, after so many ticks. */
export interface KeptCheckpoint {
  readonly done: number;
  readonly bytes: Uint8Array;
}

const format = 'DEPINC1';
const digestBytes = 32;
const lineFeed = 10;

/**
 * The bytes of a checkpoint's file: a line of JSON that says of which run it is, the kernel's bytes, sha256 of all before. The kernel's
 * own header names the model, which two specs may share: this one names the spec.
 */
export function checkpointFile(
  { engineId, specDigest, seed }: RunKey,
  { done, bytes }: KeptCheckpoint,
): Uint8Array {
  const head = Buffer.from(`${JSON.stringify({ format, engineId, specDigest, seed, done })}\n`);
  const digest = createHash('sha256').update(head).update(bytes).digest();
  return Buffer.concat([head, bytes, digest]);
}

/** The checkpoint in the bytes of a file; undefined where they are cut off, changed, or of another run. */
export function readCheckpointFile(key: RunKey, file: Uint8Array): KeptCheckpoint | undefined {
  const end = file.length - digestBytes;
  const headEnd = file.indexOf(lineFeed);
  if (end < 0 || headEnd < 0 || headEnd >= end) return undefined;
  const digest = createHash('sha256').update(file.subarray(0, end)).digest();
  if (!digest.equals(file.subarray(end))) return undefined;
  // The digest held, so the head is as `checkpointFile` wrote it.
  const head = JSON.parse(Buffer.from(file.subarray(0, headEnd)).toString('utf8')) as RunKey & {
    readonly format: string;
    readonly done: number;
  };
  const same =
    head.format === format &&
    head.engineId === key.engineId &&
    head.specDigest === key.specDigest &&
    head.seed === key.seed;
  return same ? { done: head.done, bytes: file.subarray(headEnd + 1, end) } : undefined;
}
