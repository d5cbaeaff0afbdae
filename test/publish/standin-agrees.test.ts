// The stand-in's own code held to the libraries that the server runs, over generated messages.
import { _TypedDataEncoder } from '@ethersproject/hash';
import { verifyTypedData } from '@ethersproject/wallet';
import snapshot from '@snapshot-labs/snapshot.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../standin/json.ts';
import { isAddress, isChecksummed } from '../standin/protocol/address.ts';
import { recoverSigner } from '../standin/protocol/recover-signer.ts';
import { typedDataHash } from '../standin/protocol/typed-data-hash.ts';
import { isProposal, isUpdate } from '../standin/writers/proposal-format.ts';
import { author } from './scene.ts';

const settled = <T>(ask: () => T): T | 'thrown' => {
  try {
    return ask();
  } catch {
    return 'thrown';
  }
};

describe('EIP-712', () => {
  const types = {
    Proposal: [
      { name: 'from', type: 'string' },
      { name: 'owner', type: 'address' },
      { name: 'timestamp', type: 'uint64' },
      { name: 'choice', type: 'uint32' },
      { name: 'choices', type: 'string[]' },
      { name: 'shares', type: 'uint32[]' },
    ],
  };
  const integers = fc.oneof(
    fc.integer(),
    fc.nat(),
    fc.double({ noNaN: true }),
    fc.constantFrom(
      0,
      2 ** 32,
      2 ** 53 - 2,
      2 ** 53 - 1,
      2 ** 53,
      '7',
      '-7',
      '0x1f',
      '0X1F',
      '',
      ' 7',
      '1e3',
      null,
      true,
    ),
    fc.bigInt({ min: 0n, max: 2n ** 65n }).map(String),
  );
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom<unknown>('\ud800', 'a\udc00b', '💡', 5, true, null, undefined, {}, [], ['a']),
  );
  const addresses = fc.oneof(
    fc.constantFrom<unknown>(
      author.address,
      author.address.toLowerCase(),
      author.address.toUpperCase(),
      '0x1',
      5,
      null,
    ),
    fc
      .string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: 40, maxLength: 40 })
      .map((hex) => `0x${hex}`),
  );
  const domains = fc.oneof(
    fc.constant({ name: 'snapshot', version: '0.1.4' }),
    fc.record({ name: fc.string(), version: fc.string(), chainId: fc.oneof(fc.nat(), fc.constant('1')) }),
    fc.constant({ version: '0.1.4', name: 'snapshot', more: 1 }),
  );
  const messages = fc.record({
    from: texts,
    owner: fc.oneof(fc.constant(author.address), addresses),
    timestamp: fc.oneof(fc.nat(), integers),
    choice: fc.oneof(fc.nat(), integers),
    choices: fc.oneof(fc.array(texts, { maxLength: 3 }), texts),
    shares: fc.oneof(fc.array(fc.nat(), { maxLength: 3 }), fc.array(integers, { maxLength: 3 })),
  });

  test('the digest is the library’s, and so is what cannot be encoded', () => {
    let encoded = 0;
    fc.assert(
      fc.property(domains, messages, (domain, message) => {
        const theirs = settled(() => _TypedDataEncoder.hash(domain, types, message));
        if (theirs !== 'thrown') encoded += 1;
        expect(settled(() => typedDataHash({ domain, types, message }))).toBe(theirs);
      }),
      { numRuns: 1500 },
    );
    expect(encoded).toBeGreaterThan(50);
  });

  test('who signed is whom the library names', async () => {
    const domain = { name: 'snapshot', version: '0.1.4' };
    const plain = { Vote: [{ name: 'reason', type: 'string' }] };
    const message = { reason: 'because' };
    const good = await author._signTypedData(domain, plain, message);
    fc.assert(
      fc.property(fc.nat({ max: 64 }), fc.nat({ max: 255 }), fc.constantFrom(0, 1, 2), (at, byte, cut) => {
        const digits = good.slice(2).match(/../g) ?? [];
        digits[at] = byte.toString(16).padStart(2, '0');
        const signature = `0x${digits.slice(0, 65 - cut).join('')}`;
        expect(
          settled(() => recoverSigner(typedDataHash({ domain, types: plain, message }), signature)),
        ).toBe(settled(() => verifyTypedData(domain, plain, message, signature)));
      }),
      { numRuns: 150 },
    );
  });

  test('an address is one where the library says so', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(isAddress(address)).toBe(typeof address === 'string' && snapshot.utils.isEvmAddress(address));
        const formatted = settled(() => snapshot.utils.getFormattedAddress(String(address), 'evm'));
        expect(isChecksummed(address)).toBe(formatted === address);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the form of a proposal', () => {
  const text = (most: number) =>
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '',
        'x'.repeat(most),
        'x'.repeat(most + 1),
        '💡'.repeat(most),
        '💡'.repeat(most + 1),
        '\ud800',
      ),
    );
  const odd = fc.constantFrom<unknown>(null, 5, true, [], {}, '', Number.POSITIVE_INFINITY);
  const mostly = (usual: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });
  const seconds = fc.constantFrom(1e9, 1e9 - 1, 2e9, 2e9 + 1, 1.5e9, 1_795_392_000_000, 1_795_392_000.5);
  const labels = fc.array(
    fc.constantFrom('a', 'b', 'ab12', 'eightlng', 'nineletrs', 'ü', '', 'a-b', 'a\n', 5),
    { maxLength: 4 },
  );
  const common = {
    name: mostly(text(256)),
    body: mostly(fc.string()),
    discussion: mostly(
      fc.constantFrom(
        '',
        'http://a',
        'https://a',
        'ipfs://a',
        'ipns://',
        'snapshot://',
        'ftp://a',
        'HTTP://a',
        'a',
        `https://${'x'.repeat(249)}`,
      ),
    ),
    choices: mostly(fc.array(fc.oneof(text(256), fc.constant<unknown>(5)), { maxLength: 3 })),
    labels: mostly(fc.oneof(labels, fc.constant(Array.from({ length: 11 }, (_, at) => `l${at}`)))),
    type: mostly(fc.constantFrom('basic', 'copeland', 'custom', 'weighted', 'Basic', 'single-choice')),
    metadata: mostly(fc.constant({ plugins: {} })),
    privacy: mostly(fc.constantFrom('', 'shutter', 'any')),
  };
  const required = ['name', 'body', 'choices', 'discussion', 'metadata'] as const;

  test('is what the protocol’s schema takes, and nothing else', () => {
    let taken = 0;
    const payloads = fc.record(
      {
        ...common,
        start: mostly(seconds),
        end: mostly(seconds),
        snapshot: mostly(fc.nat()),
        app: mostly(text(24)),
        more: fc.constant(1),
      },
      { requiredKeys: [...required, 'start', 'end', 'snapshot', 'app', 'labels', 'type', 'privacy'] },
    );
    const tame = fc.record({
      name: fc.constant('A'),
      body: fc.constant('B'),
      discussion: fc.constant(''),
      metadata: fc.constant({}),
      choices: fc.array(text(256), { minLength: 1, maxLength: 2 }),
      labels,
      type: fc.constant('custom'),
      privacy: fc.constant(''),
      start: seconds,
      end: fc.constant(1.5e9),
      snapshot: fc.nat(),
      app: text(24),
    });
    fc.assert(
      fc.property(fc.oneof(payloads, tame), (drawn) => {
        const payload: JsonObject = JSON.parse(JSON.stringify(drawn));
        const theirs = snapshot.utils.validateSchema(snapshot.schemas.proposal, payload) === true;
        if (theirs) taken += 1;
        expect(isProposal(payload)).toBe(theirs);
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(20);
  });

  test('and of an update', () => {
    let taken = 0;
    const payloads = fc.record(
      { ...common, proposal: mostly(fc.constant('0x12')), more: fc.constant(1) },
      { requiredKeys: [...required, 'proposal', 'type'] },
    );
    // Most of the others are wrong somewhere.
    const tame = fc.record({
      name: fc.constant('A'),
      body: fc.constant('B'),
      discussion: fc.constant(''),
      metadata: fc.constant({}),
      choices: fc.array(text(256), { minLength: 1, maxLength: 2 }),
      labels,
      type: fc.constant('custom'),
      proposal: fc.constant('0x12'),
    });
    fc.assert(
      fc.property(fc.oneof(payloads, tame), (drawn) => {
        const payload: JsonObject = JSON.parse(JSON.stringify(drawn));
        const theirs = snapshot.utils.validateSchema(snapshot.schemas.updateProposal, payload) === true;
        if (theirs) taken += 1;
        expect(isUpdate(payload)).toBe(theirs);
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(20);
  });
});
