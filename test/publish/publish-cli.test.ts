// From a comparison to the vote, by the command line alone: a draft of a shipped scenario, published with a keystore to
// the stand-in, and its text verified by a second installation of the studio, from what the hub shows.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { type Answered, fresh } from '../cli/studio.ts';
import { type Standin, startStandin } from '../standin/start-standin.ts';
import { command } from './command.ts';
import { author, post, settings, stranger } from './scene.ts';

const password = 'correct horse';
const people = fresh('people');
const keystore = path.join(people, 'author.json');
let standin: Standin;
let draft: string;

beforeAll(async () => {
  mkdirSync(people, { recursive: true });
  // Few rounds: the key is worth nothing, and the real count takes a second.
  writeFileSync(keystore, await author.encrypt(password, { scrypt: { N: 1024 } }));
  const out = path.join(people, 'draft.md');
  const asked = [
    '--set',
    'emission.fixed.amount=9000',
    '--assume',
    'agents.providers.rows=300',
    '--seeds',
    '1..2',
  ];
  const args = ['propose', 'blank-network', ...asked, '--no-stress', '--no-store', '--out', out];
  expect(await studio(args)).toMatchObject({ code: 0 });
  draft = readFileSync(out, 'utf8');
});
beforeEach(async () => {
  await standin?.close();
  standin = await startStandin();
  standin.addSpace('standin.eth', { ...settings, voting: { delay: 3600, period: 259_200 } });
});
afterAll(() => standin.close());

const studio = (args: readonly string[], typed = '', cli?: string): Promise<Answered> =>
  command(args, { folder: people, input: `${typed}\n`, ...(cli === undefined ? {} : { cli }) });

/** A copy of the draft of its own, since what was published is kept beside it. */
function draftFile(text = draft): string {
  const file = fresh('draft.md');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}
const publish = (file: string, secret = password, more: readonly string[] = []) =>
  studio(
    [
      ...['publish', file, '--space', 'standin.eth', '--signer', `keystore:${keystore}`],
      ...[
        '--sequencer',
        standin.sequencerUrl,
        '--hub',
        standin.hubUrl,
        '--rpc',
        standin.rpcUrl('1'),
        ...more,
      ],
    ],
    secret,
  );
const keptBeside = (file: string) =>
  JSON.parse(readFileSync(file.replace(/\.md$/, '.publication.json'), 'utf8'));
async function publishedBody(id: string): Promise<string> {
  const { answer } = await post(standin.hubUrl, { query: `{ proposal(id: "${id}") { body } }` });
  return JSON.parse(JSON.stringify(answer)).data.proposal.body;
}

test('the published text reproduces every claim on a second clone, and a changed digit is named', async () => {
  const file = draftFile();
  const answered = await publish(file);
  expect(answered).toMatchObject({ code: 0 });
  const [row] = standin.store.proposals;
  expect(row).toMatchObject({ author: author.address, space: 'standin.eth', id: keptBeside(file).id });
  expect(answered.out).toContain(`published  ${row?.id}`);

  // Another folder, with nothing of the first but what is shipped.
  const clone = fresh('clone');
  for (const part of [
    'dist/cli',
    'dist/engine',
    'scenarios/blank-network',
    'scenarios/overlays',
    'package.json',
  ]) {
    cpSync(path.join(root, part), path.join(clone, part), { recursive: true });
  }
  const published = path.join(clone, 'published.md');
  const text = await publishedBody(row?.id ?? '');
  const verify = async (body: string) => {
    writeFileSync(published, body);
    return studio(['verify', published], '', path.join(clone, 'dist/cli/cli.js'));
  };
  expect(await verify(text)).toMatchObject({ code: 0 });
  const [line = ''] = /^claim .*$/m.exec(text) ?? [];
  const wrong = await verify(
    text.replace(
      line,
      line.replace(/\d(?=\D*$)/, (digit) => `${(Number(digit) + 1) % 10}`),
    ),
  );
  expect(wrong.code).toBe(1);
  const at = text.slice(0, text.indexOf(line)).split('\n').length;
  expect(wrong.out).toMatch(new RegExp(`^DIFFERS +line +${at} `, 'm'));
  expect(wrong.out.match(/^DIFFERS/gm)).toHaveLength(1);
});

test('a reply that is lost is found by looking the proposal up; nothing is signed or sent twice', async () => {
  const file = draftFile();
  standin.faults.add('sequencer', { kind: 'drop-reply' });
  expect(await publish(file)).toMatchObject({ code: 0, out: expect.stringContaining('published') });
  expect(standin.posted).toHaveLength(1);
  expect(keptBeside(file)).toMatchObject({ state: 'published', id: standin.store.proposals[0]?.id });
});

test('what was lost on the way is sent again as it was signed', async () => {
  const file = draftFile();
  standin.faults.add('sequencer', { kind: 'rate-limit' });
  const limited = await publish(file);
  expect(limited.code).not.toBe(0);
  expect(limited.err).toMatch(/429|too many|limit/i);
  const { signature } = keptBeside(file);
  expect(standin.store.proposals).toHaveLength(0);
  expect(await publish(file, 'not the password, which is not needed')).toMatchObject({ code: 0 });
  expect(JSON.parse(standin.posted.at(-1) ?? '').sig).toBe(signature);
});

test('a hub that is down, an author who may not: each says so, and nothing is published', async () => {
  standin.faults.add('hub', { kind: 'page', status: 502 });
  expect((await publish(draftFile())).err).toMatch(/502/);
  standin.addSpace('standin.eth', { ...settings, members: [stranger.address] });
  const refused = await publish(draftFile());
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('Only members, moderators and admins');
  expect(standin.posted).toEqual([]);
});
