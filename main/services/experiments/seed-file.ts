import { createHash } from 'node:crypto';
import type { SeedResult } from '../../../sim-core/contract/run.ts';

/** Which run a file is of: the same seed of another spec or engine is another run. */
export interface RunKey {
  readonly engineId: string;
  readonly specDigest: string;
  readonly seed: string;
}

/** Eight bytes that say what the file is, and which version of it. */
const magic = 'DEPINS1\n';
const headerAt = magic.length + 4;
const digestBytes = 32;

interface Header extends RunKey {
  /** Of the seed: over columns and breakdowns, as the kernel computed it. */
  readonly digest: string;
  /** Numbers in each column of a metric, then in each breakdown. */
  readonly columns: readonly number[];
  readonly breakdowns: readonly number[];
}

/**
 * A seed's result as the bytes of its file: magic, length of the header (uint32), header (JSON, padded with spaces to a
 * multiple of eight), columns and then breakdowns (float64), sha256 of all before. Little-endian throughout.
 */
export function seedFile(key: RunKey, { digest, columns, breakdowns }: SeedResult): Uint8Array {
  const lengths = (arrays: readonly Float64Array[]) => arrays.map(({ length }) => length);
  const { engineId, specDigest, seed } = key;
  const header: Header = {
    engineId,
    specDigest,
    seed,
    digest,
    columns: lengths(columns),
    breakdowns: lengths(breakdowns),
  };
  const plain = new TextEncoder().encode(JSON.stringify(header));
  const headerLength = Math.ceil((headerAt + plain.length) / 8) * 8 - headerAt;
  const arrays = [...columns, ...breakdowns];
  const numbers = arrays.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(headerAt + headerLength + numbers * 8 + digestBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(magic));
  view.setUint32(magic.length, headerLength, true);
  bytes.fill(0x20, headerAt, headerAt + headerLength);
  bytes.set(plain, headerAt);
  let at = headerAt + headerLength;
  for (const array of arrays) {
    for (const value of array) {
      view.setFloat64(at, value, true);
      at += 8;
    }
  }
  bytes.set(sha256(bytes.subarray(0, at)), at);
  return bytes;
}

/** The result in the bytes of a file; undefined where they are cut off, changed, or of another run. */
export function readSeedFile(key: RunKey, bytes: Uint8Array): SeedResult | undefined {
  const end = bytes.length - digestBytes;
  if (end < headerAt || !sha256(bytes.subarray(0, end)).equals(bytes.subarray(end))) return undefined;
  if (new TextDecoder().decode(bytes.subarray(0, magic.length)) !== magic) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, end);
  const headerLength = view.getUint32(magic.length, true);
  const text = new TextDecoder().decode(bytes.subarray(headerAt, headerAt + headerLength));
  // The digest held, so the header is as `seedFile` wrote it.
  const header = JSON.parse(text) as Header;
  if (header.seed !== key.seed || header.specDigest !== key.specDigest || header.engineId !== key.engineId) {
    return undefined;
  }
  let at = headerAt + headerLength;
  const next = (length: number): Float64Array => {
    const array = new Float64Array(length);
    for (let i = 0; i < length; i++, at += 8) array[i] = view.getFloat64(at, true);
    return array;
  };
  return {
    seed: header.seed,
    digest: header.digest,
    columns: header.columns.map(next),
    breakdowns: header.breakdowns.map(next),
  };
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
