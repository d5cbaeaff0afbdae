import { decode, encode } from '@ipld/dag-cbor';
import type { CID } from 'multiformats/cid';
import type { Code } from '../../../../sim-core/contract/extension.ts';
import { decodeText } from '../../../../sim-core/scenario/decode-text.ts';
import { nativeDigest } from '../../native-digest.ts';
import type { BundleContent, BundledFile, BundledScenario } from './bundle-content.ts';
import { bundleLimits } from './bundle-limits.ts';
import { type BundleNode, bundleManifest, bundleNode, type FileNode } from './bundle-node.ts';
import { codecs, readCar } from './car.ts';
import { isPlainName, refuseTwins } from './plain-names.ts';
import { refusedBundle } from './refused-bundle.ts';
import { specIn } from './spec-in.ts';

/** A bundle that was opened: nothing in it has run, and what it says of itself is not believed yet. */
export interface OpenedBundle {
  readonly cid: string;
  readonly content: BundleContent;
}

/**
 * What a bundle holds. Every block is held against its hash, every file against its pieces, every name against paths that would lead out
 * of a folder. Throws `bundle.refused` with the reason.
 */
export async function openBundle(bytes: Uint8Array): Promise<OpenedBundle> {
  const { root, blocks } = await readCar(bytes);
  const used = new Set<string>();
  let total = 0;
  const blockAt = (cid: CID, codec: number): Uint8Array => {
    const found = blocks.get(cid.toString());
    if (found === undefined) throw refusedBundle(`it names a block that is not in it (${cid})`);
    if (cid.code !== codec) throw refusedBundle(`the block ${cid} stands where one of another codec belongs`);
    used.add(cid.toString());
    return found;
  };
  const fileAt = ({ size, parts }: FileNode): Uint8Array => {
    total += size;
    // One block may be a piece of many files: what comes out is counted, not what is in.
    if (total > bundleLimits.bytes)
      throw refusedBundle(`its files have more than ${bundleLimits.bytes} bytes`);
    if (parts.length !== Math.ceil(size / bundleLimits.blockBytes))
      throw refusedBundle(`a file of ${size} bytes has ${parts.length} pieces`);
    const whole = new Uint8Array(size);
    for (const [index, cid] of parts.entries()) {
      const at = index * bundleLimits.blockBytes;
      const part = blockAt(cid, codecs.raw);
      if (part.length !== Math.min(bundleLimits.blockBytes, size - at))
        throw refusedBundle(`the piece ${cid} has ${part.length} bytes, other than its place`);
      whole.set(part, at);
    }
    return whole;
  };
  const textAt = (node: FileNode, what: string): string => {
    const decoded = decodeText(fileAt(node));
    if (!decoded.ok) throw refusedBundle(`${what} is no text: it ${decoded.because}`);
    return decoded.text;
  };
  const scenarioAt = (node: BundleNode['base'], what: string): BundledScenario => {
    refuseNames(node.files);
    if (node.files.length > 0 && node.files[0]?.name !== 'scenario.yaml')
      throw refusedBundle(`the first file of the ${what} is not scenario.yaml`);
    const { id, version, digest } = node;
    const spec = specIn(textAt(node.spec, `the spec of the ${what}`), what, digest);
    if (spec.version !== version)
      throw refusedBundle(`the ${what} is not of the version ${version} that it says`);
    if (spec.id !== id) throw refusedBundle(`the ${what} is not ${id}, as it says`);
    const files = node.files.map(({ name, file }): BundledFile => ({ name, bytes: fileAt(file) }));
    return { id, version, digest, spec, files };
  };
  const moduleAt = ({ name, id, file }: BundleNode['code'][number]): Code => {
    if (!/^(?:mechanisms|metrics|models)\/.+\.js$/.test(name))
      throw refusedBundle(`"${name.slice(0, 80)}" is no place of a module`);
    const bytes = fileAt(file);
    if (nativeDigest(bytes) !== id) throw refusedBundle(`the module ${name} is not what its hash says`);
    return { name, id, text: textAt(file, name) };
  };

  const node = nodeIn(blockAt(root, codecs.dagCbor));
  refuseNames(node.code);
  const { proposal, experiment } = node;
  const content: BundleContent = {
    base: scenarioAt(node.base, 'base'),
    ...(proposal === undefined ? {} : { proposal: scenarioAt(proposal, 'proposal') }),
    code: node.code.map(moduleAt),
    ...(experiment === undefined ? {} : { experiment: textAt(experiment, 'the experiment') }),
    manifest: manifestIn(textAt(node.manifest, 'the manifest')),
    metrics: textAt(node.metrics, 'the table of metrics'),
  };
  const strange = [...blocks.keys()].find((name) => !used.has(name));
  if (strange !== undefined) throw refusedBundle(`it holds a block that nothing in it names (${strange})`);
  return { cid: root.toString(), content };
}

function nodeIn(bytes: Uint8Array): BundleNode {
  if (bytes.length > bundleLimits.rootBytes) throw refusedBundle(`its first block has ${bytes.length} bytes`);
  let decoded: unknown;
  try {
    decoded = decode(bytes);
    // One value has one spelling: else the same content had two names.
    if (Buffer.compare(encode(decoded), bytes) !== 0)
      throw new Error('it is spelled otherwise than dag-cbor is');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw refusedBundle(`its first block cannot be read (${why.slice(0, 200)})`);
  }
  const read = bundleNode.safeParse(decoded);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw refusedBundle(
    `its first block is not that of a bundle (${issue?.path.join('.')}: ${issue?.message})`,
  );
}

function manifestIn(text: string): BundleContent['manifest'] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw refusedBundle('its manifest is no JSON');
  }
  const read = bundleManifest.safeParse(parsed);
  if (!read.success) throw refusedBundle('its manifest is not that of a bundle');
  return read.data;
}

function refuseNames(named: readonly { readonly name: string }[]): void {
  for (const { name } of named)
    if (!isPlainName(name)) throw refusedBundle(`"${name.slice(0, 80)}" is no name of a file in a folder`);
  refuseTwins(named.map(({ name }) => name));
}
