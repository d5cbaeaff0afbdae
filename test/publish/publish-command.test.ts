import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import snapshot from '@snapshot-labs/snapshot.js';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Standin, startStandin } from '../standin/start-standin.ts';
import { command, publishingFolder } from './command.ts';
import { author, settings } from './scene.ts';

const text = '# Halve emissions sooner\n\nFrom 24 months to 18. 🚀\n';
const password = 'correct horse';

let standin: Standin;
let keystore: string;
let place: ReturnType<typeof publishingFolder>;
beforeAll(async () => {
  keystore = await author.encrypt(password, { scrypt: { N: 1024 } });
});
beforeEach(async () => {
  standin = await startStandin();
  standin.addSpace('standin.eth', { ...settings, voting: { delay: 3600, period: 259_200 } });
  place = publishingFolder({ 'proposal.md': text, 'key.json': keystore });
  return async () => {
    place.remove();
    await standin.close();
  };
});

const at = () => ['--sequencer', standin.sequencerUrl, '--hub', standin.hubUrl];
const publishing = (...more: string[]) => [
  ...['publish', 'proposal.md', '--space', 'standin.eth', '--signer', 'keystore:key.json'],
  ...['--rpc', standin.rpcUrl('1'), ...at(), ...more],
];
const run = (args: readonly string[], input = `${password}\n`) =>
  command(args, { folder: place.folder, input });
const record = () => JSON.parse(readFileSync(path.join(place.folder, 'proposal.publication.json'), 'utf8'));

test('a proposal is published, followed, updated and cancelled', async () => {
  const published = await run(publishing());
  expect(published).toMatchObject({ code: 0 });
  const [row] = standin.store.proposals;
  expect(published.out).toBe(`published  ${row?.id}\n`);
  const envelope = JSON.parse(standin.posted[0] ?? '');
  expect(row?.id).toBe(snapshot.utils.getHash(envelope.data));
  expect(record()).toMatchObject({ id: row?.id, state: 'published', author: author.address });
  expect(readFileSync(path.join(place.folder, 'proposal.publication.json'), 'utf8')).not.toContain(password);
  const id = row?.id ?? '';

  const again = await run(publishing());
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('published already') });

  const followed = await run(['publish', 'follow', id, ...at()]);
  expect(followed.out).toContain('Halve emissions sooner');
  expect(followed.out).toContain('pending');

  writeFileSync(path.join(place.folder, 'proposal.md'), text.replace('18.', '20.'));
  const updated = await run(['publish', 'update', 'proposal.md', '--signer', 'keystore:key.json', ...at()]);
  expect(updated).toMatchObject({ code: 0, out: `updated  ${id}\n` });
  expect(standin.store.proposals[0]?.body).toContain('to 20.');

  const cancelled = await run(['publish', 'cancel', id, '--signer', 'keystore:key.json', ...at()]);
  expect(cancelled).toMatchObject({ code: 0, out: `cancelled  ${id}\n` });
  expect(standin.store.proposals).toHaveLength(0);
});

test('a wrong password signs and sends nothing, and the right one then publishes', async () => {
  const refused = await run(publishing(), 'wrong\n');
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('password does not open') });
  expect(standin.posted).toEqual([]);
  expect((await run(publishing())).code).toBe(0);
});

test('a draft that breaks a rule is refused with the fix before a password is asked', async () => {
  const refused = await run(publishing('--choice', 'Yes', '--choice', 'yes', '--space', 'Standin.eth'), '');
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('choices.distinct');
  expect(refused.err).toContain('Write standin.eth.');
  expect(standin.posted).toEqual([]);
});

test('a dry run tells the id and the findings, and keeps nothing', async () => {
  const dry = await run(publishing('--dry-run', '--json'), '');
  expect(dry.code).toBe(0);
  const told = JSON.parse(dry.out);
  expect(told.id).toBe(snapshot.utils.getHash(told.data));
  expect(standin.posted).toEqual([]);
  expect(() => record()).toThrow();
});

test('a server whose clock is 10 minutes behind is told before anything is signed', async () => {
  standin.skewClock(-600_000);
  const refused = await run(publishing(), '');
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('timestamp.window') });
  expect(refused.err).toContain('Set the clock');
});

test('typed data that were exported, signed elsewhere and imported are published', async () => {
  const exported = await run(
    [
      'publish',
      'proposal.md',
      '--space',
      'standin.eth',
      '--from',
      author.address,
      '--signer',
      'export',
      '--rpc',
      standin.rpcUrl('1'),
      ...at(),
    ],
    '',
  );
  expect(exported).toMatchObject({
    code: 0,
    out: expect.stringContaining('wrote  proposal.typed-data.json'),
  });
  const data = JSON.parse(readFileSync(path.join(place.folder, 'proposal.typed-data.json'), 'utf8'));
  writeFileSync(
    path.join(place.folder, 'signature.txt'),
    await author._signTypedData(data.domain, data.types, data.message),
  );
  const sent = await run(
    [
      'publish',
      'proposal.md',
      '--space',
      'standin.eth',
      '--from',
      author.address,
      '--signatures',
      'signature.txt',
      '--rpc',
      standin.rpcUrl('1'),
      ...at(),
    ],
    '',
  );
  expect(sent).toMatchObject({ code: 0 });
  expect(JSON.stringify(JSON.parse(standin.posted[0] ?? '').data)).toBe(JSON.stringify(data));
});
