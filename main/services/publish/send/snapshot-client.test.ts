import snapshot from '@snapshot-labs/snapshot.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDraft, testKnown, testWallet } from '../../../../test/publish/drafts.ts';
import { messageId, signedBy } from '../message/message-id.ts';
import { factsOf } from '../preflight/preflight.ts';
import { updatePublication } from '../record/change-publication.ts';
import { envelopeOf } from './snapshot-client.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const drafts = fc.record({
  title: text,
  body: fc.string({ unit: 'grapheme', maxLength: 2000 }),
  choices: fc.array(text, { maxLength: 6 }),
  discussion: fc.constantFrom('', 'https://forum.example/t/1'),
  labels: fc.array(fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/), { maxLength: 3 }),
  type: fc.constantFrom('basic', 'copeland', 'custom', 'weighted'),
  privacy: fc.constantFrom('', 'shutter'),
  from: fc.constantFrom(testWallet.address, testWallet.address.toLowerCase()),
  block: fc.nat(),
});

test('what is exported is what Snapshot’s client sends, with its id, for 200 proposals', async () => {
  await fc.assert(
    fc.asyncProperty(drafts, fc.integer({ min: 1_000_000_000, max: 1_900_000_000 }), async (said, now) => {
      const { data } = factsOf({ draft: { ...testDraft, ...said }, known: testKnown, target: 'other', now });
      const exported = JSON.stringify(data);
      const envelope = await envelopeOf(
        'proposal',
        testWallet.address,
        data,
        async ({ domain, types, message }) => {
          const fields = Object.fromEntries(Object.entries(types).map(([name, each]) => [name, [...each]]));
          return await testWallet._signTypedData(domain, fields, message);
        },
      );
      expect(JSON.stringify(envelope.data)).toBe(exported);
      expect(messageId(data)).toBe(snapshot.utils.getHash(JSON.parse(JSON.stringify(envelope.data))));
      expect(signedBy(data, envelope.sig)).toBe(testWallet.address);
      expect(envelope.address).toBe(testWallet.address);
    }),
    { numRuns: 200, seed: 3 },
  );
});

test('the client’s own update is the one that was prepared', async () => {
  const existing = {
    ...{
      id: `0x${'ab'.repeat(32)}`,
      space: testDraft.space,
      author: testWallet.address,
      title: '',
      body: '',
    },
    ...{
      discussion: '',
      type: 'basic',
      privacy: '',
      labels: [],
      created: 1,
      start: 2_000_000_000,
      end: 2_000_000_001,
    },
    ...{
      block: 1,
      ipfs: '',
      state: 'pending' as const,
      votes: 0,
      quorum: 0,
      total: 0,
      final: false,
      results: [],
    },
  };
  const settings = { sequencer: 'http://127.0.0.1:1', hub: 'http://127.0.0.1:1' };
  const { publication, findings } = updatePublication(testDraft, {
    existing,
    known: testKnown,
    settings,
    now: 1_790_000_000,
  });
  expect(findings.filter(({ standing }) => standing === 'refused')).toEqual([]);
  const envelope = await envelopeOf('update', publication.author, publication.data, async () => '0x00');
  expect(JSON.stringify(envelope.data)).toBe(JSON.stringify(publication.data));
  const started = updatePublication(
    { ...testDraft, from: `0x${'12'.repeat(20)}` },
    { existing: { ...existing, start: 1 }, known: testKnown, settings, now: 1_790_000_000 },
  );
  expect(started.findings.map(({ rule }) => rule)).toEqual(['proposal.started', 'proposal.author']);
});
