import { encode } from '@ipld/dag-cbor';
import { canonicalJson } from '../../../../sim-core/kernel/canonical.ts';
import type { BundleContent, BundledScenario } from './bundle-content.ts';
import { bundleLimits } from './bundle-limits.ts';
import { type BundleNode, bundleFormat, type FileNode } from './bundle-node.ts';
import { type Block, blockOf, codecs, writeCar } from './car.ts';
import { isPlainName } from './plain-names.ts';
import { refusedBundle } from './refused-bundle.ts';

/** A bundle as a file, and the CID that names it. */
export interface WrittenBundle {
  readonly cid: string;
  readonly bytes: Uint8Array;
}

/**
 * The bundle of some content: the same bytes for the same content on every platform, since keys of dag-cbor are sorted, blocks stand in
 * the order in which the first names them, and nothing of a clock or a path is in it. Throws `bundle.refused` where it would be too large, or
 * holds a name with which nobody could open it.
 */
export function writeBundle(content: BundleContent): WrittenBundle {
  const blocks: Block[] = [];
  const fileOf = (bytes: Uint8Array): FileNode => {
    const parts: Block[] = [];
    for (let at = 0; at < bytes.length; at += bundleLimits.blockBytes)
      parts.push(blockOf(bytes.subarray(at, at + bundleLimits.blockBytes), codecs.raw));
    blocks.push(...parts);
    return { size: bytes.length, parts: parts.map(({ cid }) => cid) };
  };
  const textFile = (text: string) => fileOf(new TextEncoder().encode(text));
  const scenarioOf = ({ id, version, digest, spec, files }: BundledScenario): BundleNode['base'] => ({
    ...{ id, version, digest },
    spec: textFile(canonicalJson(spec)),
    files: files.map(({ name, bytes }) => ({ name, file: fileOf(bytes) })),
  });
  const { base, proposal, code, experiment, manifest, metrics } = content;
  const named = [...base.files, ...(proposal?.files ?? []), ...code];
  const strange = named.find(({ name }) => !isPlainName(name));
  if (strange !== undefined)
    throw refusedBundle(
      `"${strange.name.slice(0, 80)}" is no name that every system takes, so nobody could open it`,
      'Rename the file: letters and digits of English, spaces, and . _ - are taken.',
    );
  const node: BundleNode = {
    format: bundleFormat,
    base: scenarioOf(base),
    ...(proposal === undefined ? {} : { proposal: scenarioOf(proposal) }),
    code: code.map(({ name, id, text }) => ({ name, id, file: textFile(text) })),
    ...(experiment === undefined ? {} : { experiment: textFile(experiment) }),
    manifest: textFile(canonicalJson(manifest)),
    metrics: textFile(metrics),
  };
  const root = blockOf(encode(node), codecs.dagCbor);
  const bytes = writeCar(root.cid, [root, ...blocks]);
  if (bytes.length > bundleLimits.bytes || root.bytes.length > bundleLimits.rootBytes)
    throw refusedBundle(
      `it would have ${bytes.length} bytes`,
      `${bundleLimits.bytes} are taken: keep only the rows and columns of data that the scenario uses.`,
    );
  return { cid: root.cid.toString(), bytes };
}
