import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Wallet } from '@ethersproject/wallet';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deploySafes, type SafeWallet } from '../standin/chain/safe-wallet.ts';
import { type Standin, startStandin } from '../standin/start-standin.ts';
import { command, publishingFolder } from './command.ts';
import { admin, author, settings, stranger } from './scene.ts';

let standin: Standin;
let safe: SafeWallet;
let place: ReturnType<typeof publishingFolder>;
beforeAll(async () => {
  standin = await startStandin();
  const safes = await deploySafes(standin.chain('1'));
  safe = await safes.create([author.address, admin.address], 2);
  standin.addSpace('standin.eth', {
    ...settings,
    members: [safe.address],
    voting: { delay: 3600, period: 259_200 },
  });
});
afterAll(() => standin.close());
beforeEach(() => {
  place = publishingFolder({ 'proposal.md': '# Halve emissions sooner\n\nFrom 24 months to 18.\n' });
  return () => place.remove();
});

const publish = (...more: string[]) =>
  command(
    [
      ...[
        'publish',
        'proposal.md',
        '--space',
        'standin.eth',
        '--signer',
        `safe:${safe.address}`,
        '--rpc',
        standin.rpcUrl('1'),
      ],
      ...['--sequencer', standin.sequencerUrl, '--hub', standin.hubUrl, ...more],
    ],
    { folder: place.folder },
  );

/** What an owner's wallet does with the file that was handed on. */
async function signed(wallet: Wallet): Promise<string> {
  const { ownerMessage } = JSON.parse(readFileSync(path.join(place.folder, 'proposal.safe.json'), 'utf8'));
  const { EIP712Domain: _, ...types } = ownerMessage.types;
  return await wallet._signTypedData(ownerMessage.domain, types, ownerMessage.message);
}

test('owners sign what was exported, and the Safe’s contract accepts their signatures', async () => {
  expect(await publish()).toMatchObject({ code: 0, out: expect.stringContaining('proposal.safe.json') });
  const first = readFileSync(path.join(place.folder, 'proposal.safe.json'), 'utf8');
  // Exported once more, the message is the same: an owner may have signed it by now.
  await publish();
  expect(readFileSync(path.join(place.folder, 'proposal.safe.json'), 'utf8')).toBe(first);

  const signatures = path.join(place.folder, 'signatures.txt');
  writeFileSync(signatures, await signed(author));
  expect(await publish('--signatures', 'signatures.txt')).toMatchObject({
    code: 2,
    err: expect.stringContaining('wants the signatures of 2 owners'),
  });
  writeFileSync(signatures, [await signed(author), await signed(stranger)].join('\n'));
  expect(await publish('--signatures', 'signatures.txt')).toMatchObject({
    code: 2,
    err: expect.stringContaining('no owner of the Safe'),
  });
  expect(standin.posted).toEqual([]);

  writeFileSync(signatures, [await signed(author), await signed(admin)].join('\n'));
  expect(await publish('--signatures', 'signatures.txt')).toMatchObject({ code: 0 });
  expect(standin.store.proposals).toMatchObject([{ id: JSON.parse(first).id, author: safe.address }]);
});

test('a Safe that signs on the chain is published when its transaction is there', async () => {
  expect(await publish()).toMatchObject({ code: 0 });
  const { id, onChain } = JSON.parse(readFileSync(path.join(place.folder, 'proposal.safe.json'), 'utf8'));
  expect(onChain['1.4.1']).toMatchObject({ operation: 1, data: expect.stringContaining(id.slice(2)) });
  const before = standin.store.proposals.length;
  const handed = await publish('--on-chain', '--relayer', standin.relayerUrl);
  expect(handed).toMatchObject({ code: 0, out: expect.stringContaining(`handed on  ${id}`) });
  expect(standin.store.proposals).toHaveLength(before);

  await safe.signOnChain(id, [author, admin]);
  await standin.relayer.check();
  expect(await publish('--on-chain', '--relayer', standin.relayerUrl)).toMatchObject({
    code: 0,
    out: `published  ${id}\n`,
  });
});
