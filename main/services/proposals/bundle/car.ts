import { createHash } from 'node:crypto';
import * as CarBufferWriter from '@ipld/car/buffer-writer';
import { CarBlockIterator } from '@ipld/car/iterator';
import { CID } from 'multiformats/cid';
import { create } from 'multiformats/hashes/digest';
import { bundleLimits } from './bundle-limits.ts';
import { refusedBundle } from './refused-bundle.ts';

/** The two kinds of block that a bundle is made of, by their numbers in the table of multicodec. */
export const codecs = { raw: 0x55, dagCbor: 0x71 } as const;
const sha256 = 0x12;

export interface Block {
  readonly cid: CID;
  readonly bytes: Uint8Array;
}

/** A block under its name: CIDv1 over sha2-256. */
export const blockOf = (bytes: Uint8Array, codec: (typeof codecs)[keyof typeof codecs]): Block => ({
  cid: CID.createV1(codec, create(sha256, createHash('sha256').update(bytes).digest())),
  bytes,
});

/** Blocks as a file: a CAR of version 1 with one root, blocks in the order in which they are given, each once. */
export function writeCar(root: CID, blocks: readonly Block[]): Uint8Array {
  const once = [...new Map(blocks.map((block) => [block.cid.toString(), block])).values()];
  const header = CarBufferWriter.headerLength({ roots: [root] });
  const size = once.reduce((sum, block) => sum + CarBufferWriter.blockLength(block), header);
  const writer = CarBufferWriter.createWriter(new ArrayBuffer(size), { roots: [root] });
  for (const block of once) writer.write(block);
  return writer.close();
}

/**
 * The blocks of a file by their names, each held against its hash. Throws `bundle.refused` where it is too large, cut off, of another
 * kind, or one byte is not what its name says.
 */
export async function readCar(
  bytes: Uint8Array,
): Promise<{ readonly root: CID; readonly blocks: ReadonlyMap<string, Uint8Array> }> {
  if (bytes.length > bundleLimits.bytes) throw refusedBundle(`it has more than ${bundleLimits.bytes} bytes`);
  // The header names one root: its length is a single byte. A longer one would be decoded whole before anything is known of it.
  if ((bytes[0] ?? 0) < 1 || (bytes[0] ?? 0) > 127)
    throw refusedBundle('it does not begin as a CAR file with one root');
  const blocks = new Map<string, Uint8Array>();
  let root: CID | undefined;
  try {
    const read = await CarBlockIterator.fromBytes(bytes);
    const [first, ...others] = await read.getRoots();
    if (read.version !== 1 || first === undefined || others.length > 0)
      throw refusedBundle('it is no CAR file of version 1 with one root');
    root = checkedName(CID.asCID(first));
    for await (const { cid, bytes: content } of read) {
      const name = checkedName(CID.asCID(cid));
      if (blocks.size >= bundleLimits.blocks)
        throw refusedBundle(`it has more than ${bundleLimits.blocks} blocks`);
      if (content.length > bundleLimits.blockBytes)
        throw refusedBundle(`the block ${name} has more than ${bundleLimits.blockBytes} bytes`);
      if (blocks.has(name.toString())) throw refusedBundle(`the block ${name} is in it twice`);
      if (
        !blockOf(content, codecs.raw).cid.multihash.bytes.every((byte, i) => byte === name.multihash.bytes[i])
      )
        throw refusedBundle(`the block ${name} is not what its hash says`);
      blocks.set(name.toString(), content);
    }
  } catch (error) {
    throw told(error);
  }
  return { root, blocks };
}

/** A name of the kind that bundles have. */
function checkedName(cid: CID | null): CID {
  if (cid === null || cid.version !== 1)
    throw refusedBundle('it has a block whose name is no CID of version 1');
  const known: readonly number[] = Object.values(codecs);
  if (!known.includes(cid.code))
    throw refusedBundle(`the block ${cid} is of a codec (${cid.code}) that bundles do not have`);
  if (cid.multihash.code !== sha256 || cid.multihash.size !== 32)
    throw refusedBundle(`the name of the block ${cid} is no sha2-256`);
  return cid;
}

/** What the library finds wrong, in our words. */
function told(error: unknown): unknown {
  if (error instanceof Error && 'code' in error && error.code === 'bundle.refused') return error;
  const why = error instanceof Error ? error.message : String(error);
  return refusedBundle(`it cannot be read as a CAR file (${why.slice(0, 200)})`);
}
