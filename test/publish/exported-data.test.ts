// What is exported to be signed elsewhere is what Snapshot's own client posts, letter by letter, and so is what the
// studio sends itself; ids are the library's and the server's.
import snapshot from '@snapshot-labs/snapshot.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProposalDraft } from '../../main/api/publish/draft.ts';
import { nodeWeb } from '../../main/ports/node-web.ts';
import { proposalMessage } from '../../main/services/publish/message/proposal-message.ts';
import { typedDataOf } from '../../main/services/publish/message/typed-data-of.ts';
import { exportFiles } from '../../main/services/publish/record/export-files.ts';
import { preparePublication } from '../../main/services/publish/record/prepare-publication.ts';
import { signPublication } from '../../main/services/publish/record/sign-publication.ts';
import { deliver } from '../../main/services/publish/send/deliver.ts';
import type { Signer } from '../../main/services/publish/signers/signer.ts';
import { typedDataHash } from '../standin/protocol/typed-data-hash.ts';
import type { Standin } from '../standin/start-standin.ts';
import { author, clientOf, now, openScene, outcomeOf, type ProposalMessage, settings } from './scene.ts';

let standin: Standin;
beforeAll(async () => {
  standin = await openScene();
  standin.addSpace('standin.eth', settings, { turbo: true });
  standin.store.options.set('space.turbo.proposal_limit_per_day', '1000');
});
afterAll(() => standin.close());

const words = fc.string({ unit: 'grapheme', maxLength: 60 });
const drafts: fc.Arbitrary<ProposalDraft> = fc.record({
  title: words.map((text) => `T${text}`),
  body: fc.array(words, { maxLength: 6 }).map((lines) => lines.join('\n"\\')),
  choices: fc.array(
    words.map((text) => `${text}.`),
    { minLength: 1, maxLength: 5 },
  ),
  discussion: fc.constantFrom('', 'https://forum.example/t/1', 'ipfs://bafy'),
  labels: fc.constantFrom<readonly string[]>([], ['a'], ['a', 'b2']),
  type: fc.constantFrom('single-choice', 'weighted', 'copeland', 'custom'),
  privacy: fc.constantFrom('', 'shutter'),
  space: fc.constant('standin.eth'),
  from: fc.constantFrom(author.address, author.address.toLowerCase()),
  block: fc.integer({ min: 8_000_000, max: 22_000_000 }),
});

const sign: Signer = {
  name: 'a wallet at hand',
  sign: ({ data: { domain, types, message } }) =>
    author._signTypedData(
      domain,
      Object.fromEntries(Object.entries(types).map(([name, fields]) => [name, [...fields]])),
      message,
    ),
};
const shelf = { write: async () => {} };

test('of 200 generated proposals, export, client and studio post the same bytes under the same id', async () => {
  await fc.assert(
    fc.asyncProperty(drafts, fc.integer({ min: -300, max: 300 }), async (draft, offset) => {
      standin.store.messages.splice(0);
      const timestamp = now + offset;
      const message = proposalMessage(draft, { timestamp, start: timestamp + 60, end: timestamp + 6000 });
      const publication = preparePublication('proposal', typedDataOf('proposal', message), {
        sequencer: standin.sequencerUrl,
        hub: standin.hubUrl,
      });
      const [exported, wallet] = exportFiles(publication, 'draft').map(({ text }) => JSON.parse(text));

      // The client's types lack two of the ways of voting; it looks at none of them.
      const given: ProposalMessage = structuredClone(message) as never;
      const answer = await outcomeOf(clientOf(standin).proposal(author, author.address, given));
      const byClient = JSON.parse(standin.posted.at(-1) ?? '');
      expect(JSON.stringify(byClient.data)).toBe(JSON.stringify(exported));
      expect(answer).toMatchObject({ id: publication.id });
      expect(snapshot.utils.getHash(exported)).toBe(publication.id);
      const { EIP712Domain, ...types } = wallet.types;
      expect(EIP712Domain).toEqual([
        { name: 'name', type: 'string' },
        { name: 'version', type: 'string' },
      ]);
      expect(typedDataHash({ ...wallet, types })).toBe(publication.id);

      const signed = await signPublication(publication, { signer: sign, shelf, timeoutMs: 60_000 });
      const envelope = { address: signed.author, sig: signed.signature ?? '', data: signed.data };
      const delivery = await deliver({ web: nodeWeb, sequencer: standin.sequencerUrl }, envelope);
      expect(delivery).toEqual({ kind: 'duplicate' });
      expect(standin.posted.at(-1)).toBe(JSON.stringify(byClient));
    }),
    { numRuns: 200 },
  );
});
