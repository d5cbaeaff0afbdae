// Bundles made by hand, as somebody would who wants to be opened for another: each is refused, and says why.
import { encode } from '@ipld/dag-cbor';
import { CID } from 'multiformats/cid';
import { create } from 'multiformats/hashes/digest';
import { describe, expect, it } from 'vitest';
import { canonicalJson, digestOf } from '../../../../sim-core/kernel/canonical.ts';
import { bundleFormat } from './bundle-node.ts';
import { blockOf, codecs, readCar, writeCar } from './car.ts';
import { openBundle } from './open-bundle.ts';

const hash = (letter: string) => `sha256:${letter.repeat(64)}`;
const runs = { specDigest: hash('1'), digest: hash('2'), seeds: [{ seed: '1', digest: hash('3') }] };
const manifest = {
  engine: { version: '1.2.3', id: hash('0') },
  seeds: '1..1',
  runs: { base: runs, proposal: runs },
};
const spec = { id: 'tiny', version: 1, startDay: 0, ticks: 1, mechanisms: [] };

const refusal = async (bytes: Uint8Array): Promise<string> =>
  await openBundle(bytes).then(
    ({ cid }) => `opened ${cid}`,
    ({ code, message }) => `${code}: ${message}`,
  );

describe('a forged bundle is refused with the reason:', () => {
  const encoder = new TextEncoder();
  const text = (written: string) => blockOf(encoder.encode(written), codecs.raw);
  const fileOf = (block: ReturnType<typeof text>) => ({ size: block.bytes.length, parts: [block.cid] });
  const strange = text('{}');
  const some = text('x');
  const specText = text(canonicalJson(spec));
  const yaml = text('id: tiny');
  const manifestText = text(canonicalJson(manifest));
  const base = {
    ...{ id: 'tiny', version: 1, digest: digestOf(canonicalJson(spec)), spec: fileOf(specText) },
    files: [{ name: 'scenario.yaml', file: fileOf(yaml) }],
  };
  const node = {
    ...{ format: bundleFormat, base, code: [] },
    ...{ manifest: fileOf(manifestText), metrics: fileOf(some) },
  };
  const carOf = (root: object, extra: ReturnType<typeof text>[] = []): Uint8Array => {
    const first = blockOf(encode(root), codecs.dagCbor);
    return writeCar(first.cid, [first, specText, yaml, manifestText, some, ...extra]);
  };
  const named = (name: string) => ({
    base: { ...base, files: [...base.files, { name, file: fileOf(some) }] },
  });

  it('the same made whole is opened', async () => {
    expect(await refusal(carOf(node))).toMatch(/^opened /);
  });

  it.each<[string, () => object, RegExp]>([
    ['a path that leads out', () => named('../../evil.sh'), /"\.\.\/\.\.\/evil\.sh" is no name/],
    ['an absolute path', () => named('/etc/passwd'), /is no name of a file/],
    ['a path of Windows', () => named('data\\evil.csv'), /is no name of a file/],
    ['a device of Windows', () => named('data/NUL.csv'), /is no name of a file/],
    ['a hidden file', () => named('.git/config'), /is no name of a file/],
    ['two names that are one on some systems', () => named('Scenario.yaml'), /two files in it are called/],
    ['a file that is a folder too', () => named('scenario.yaml/x'), /is a file and a folder/],
    [
      'another format',
      () => ({ format: 'depin-studio/bundle/9' }),
      /first block is not that of a bundle \(format/,
    ],
    ['a key that bundles do not have', () => ({ more: 1 }), /first block is not that of a bundle/],
    [
      'a version that is no whole number',
      () => ({ base: { ...base, version: 0.5 } }),
      /not that of a bundle/,
    ],
    [
      'a base that calls itself otherwise',
      () => ({ base: { ...base, id: 'other' } }),
      /is not other, as it says/,
    ],
    ['a spec of another version', () => ({ base: { ...base, version: 9 } }), /not of the version 9/],
    [
      'a base that is not what its hash says',
      () => ({ base: { ...base, digest: hash('9') } }),
      /the base is not what its hash says/,
    ],
    [
      'a spec that is none',
      () => ({ base: { ...base, spec: fileOf(some) } }),
      /the spec of the base is no JSON/,
    ],
    [
      'code that is not what its hash says',
      () => ({ code: [{ name: 'mechanisms/a.js', id: hash('9'), file: fileOf(some) }] }),
      /module mechanisms\/a\.js is not what its hash says/,
    ],
    [
      'code elsewhere',
      () => ({ code: [{ name: 'start.js', id: digestOf('x'), file: fileOf(some) }] }),
      /"start\.js" is no place of a module/,
    ],
    ['a manifest that is none', () => ({ manifest: fileOf(some) }), /its manifest is no JSON/],
    ['a link out', () => ({ metrics: fileOf(text('elsewhere')) }), /names a block that is not in it/],
    [
      'a file that says another size',
      () => ({ metrics: { size: 9, parts: [some.cid] } }),
      /has 1 bytes, other than its place/,
    ],
    [
      'more pieces than its size has',
      () => ({ metrics: { size: 1, parts: [some.cid, some.cid] } }),
      /a file of 1 bytes has 2 pieces/,
    ],
    [
      'a file larger than the whole may be',
      () => ({ metrics: { size: 2 ** 40, parts: [] } }),
      /not that of a bundle \(metrics\.size/,
    ],
  ])('%s', async (_, forge, why) => {
    expect(await refusal(carOf({ ...node, ...forge() }))).toMatch(why);
  });

  it('one block as a piece of many files, which would unpack to more than it has', async () => {
    const megabyte = blockOf(new Uint8Array(1024 * 1024).fill(65), codecs.raw);
    const bomb = { size: 40 * 1024 * 1024, parts: Array.from({ length: 40 }, () => megabyte.cid) };
    const files = [...base.files, { name: 'a.csv', file: bomb }, { name: 'b.csv', file: bomb }];
    const bytes = carOf({ ...node, base: { ...base, files } }, [megabyte]);
    expect(await refusal(bytes)).toMatch(/its files have more than/);
  });

  it('a block that nothing names, a block twice, thousands of blocks', async () => {
    expect(await refusal(carOf(node, [strange]))).toMatch(/a block that nothing in it names/);
    const car = carOf(node);
    const { length } = writeCar(some.cid, [some]);
    const tail = writeCar(some.cid, [some]).subarray(length - some.cid.bytes.length - some.bytes.length - 1);
    expect(await refusal(Uint8Array.from([...car, ...tail]))).toMatch(/is in it twice/);
    const many = Array.from({ length: 5000 }, (_, index) => text(`block ${index}`));
    expect(await refusal(carOf(node, many))).toMatch(/more than 4096 blocks/);
  });

  it('a block larger than any node passes on', async () => {
    const large = blockOf(new Uint8Array(1024 * 1024 + 1), codecs.raw);
    expect(await refusal(carOf(node, [large]))).toMatch(/has more than 1048576 bytes/);
  });

  it('names of other kinds: another codec, another hash, CIDv0', async () => {
    const bytes = encoder.encode('x');
    const sha = some.cid.multihash;
    const protobuf = { cid: CID.createV1(0x70, sha), bytes };
    const identity = { cid: CID.createV1(codecs.raw, create(0x00, bytes)), bytes };
    const oldest = { cid: CID.createV0(create(0x12, sha.digest)), bytes };
    const root = blockOf(encode(node), codecs.dagCbor);
    const reason = async (block: { readonly cid: CID; readonly bytes: Uint8Array }) =>
      await refusal(writeCar(root.cid, [root, block]));
    expect(await reason(protobuf)).toMatch(/of a codec \(112\) that bundles do not have/);
    expect(await reason(identity)).toMatch(/is no sha2-256/);
    expect(await reason(oldest)).toMatch(/no CID of version 1/);
  });

  it('a first block that is raw, or spelled otherwise than dag-cbor is, or nested without end', async () => {
    expect(await refusal(writeCar(some.cid, [some]))).toMatch(/stands where one of another codec belongs/);
    // A map of one key, its length in more bytes than it takes.
    const long = blockOf(Uint8Array.from([0xb8, 0x01, 0x61, 0x61, 0x01]), codecs.dagCbor);
    expect(await refusal(writeCar(long.cid, [long]))).toMatch(/first block cannot be read/);
    const unsorted = blockOf(Uint8Array.from([0xa2, 0x61, 0x62, 1, 0x61, 0x61, 2]), codecs.dagCbor);
    expect(await refusal(writeCar(unsorted.cid, [unsorted]))).toMatch(/first block cannot be read/);
    const deep = blockOf(new Uint8Array(400_000).fill(0x81), codecs.dagCbor);
    expect(await refusal(writeCar(deep.cid, [deep]))).toMatch(/first block cannot be read/);
  });

  it('two roots, none, and a header that is no header', async () => {
    const header = (value: object): Uint8Array => {
      const bytes = encode(value);
      return Uint8Array.from([bytes.length, ...bytes]);
    };
    expect(await refusal(header({ version: 1, roots: [] }))).toMatch(/version 1 with one root/);
    expect(await refusal(header({ version: 1, roots: [some.cid, some.cid] }))).toMatch(/one root/);
    expect(await refusal(header({ version: 2 }))).toMatch(/^bundle\.refused/);
    expect(await refusal(Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0x0f]))).toMatch(/does not begin as a CAR/);
    expect(await refusal(encoder.encode('#!/bin/sh\nrm -rf /\n'))).toMatch(/^bundle\.refused/);
    await expect(readCar(new Uint8Array(64 * 1024 * 1024 + 1))).rejects.toThrow(/more than 67108864 bytes/);
  });
});
