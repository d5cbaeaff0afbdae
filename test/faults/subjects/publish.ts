import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { author, settings } from '../../publish/scene.ts';
import { type Standin, startStandin } from '../../standin/start-standin.ts';
import type { Fault, Told } from '../fault.ts';
import { bytesOf, measuring } from '../measure.ts';
import { startProgram } from '../program.ts';
import type { StudioCopy } from '../studio-copy.ts';
import type { Scene, Subject } from '../subject.ts';

const password = 'correct horse';
const text = '# Halve emissions sooner\n\nFrom 24 months to 18.\n';

/** Publishes a proposal: one is at the stand-in in the end, never two, and under the id that was kept before it was sent. */
export const publish: Subject = {
  name: 'publish',
  kinds: ['kill', 'full disk', 'read-only folder', 'cut connection', 'wrong clock', 'damaged file'],
  async prepare(studio, folder) {
    mkdirSync(folder, { recursive: true });
    // Few rounds: the key is worth nothing, and the real count takes a second.
    const key = path.join(folder, 'key.json');
    writeFileSync(key, await author.encrypt(password, { scrypt: { N: 1024 } }));
    const scene = await sceneIn(studio, path.join(folder, 'undisturbed'), key);
    const { fault, measured } = measuring(folder);
    const done = await scene.attempt(fault);
    if (!done.done) throw new Error(`undisturbed, nothing is published: ${done.text}`);
    const bytes = 4 * bytesOf(scene);
    await scene.close?.();
    return { measured: measured(bytes), scene: (place) => sceneIn(studio, place, key) };
  },
};

async function sceneIn(studio: StudioCopy, folder: string, key: string): Promise<Scene> {
  const drafts = path.join(folder, 'drafts');
  mkdirSync(drafts, { recursive: true });
  writeFileSync(path.join(drafts, 'proposal.md'), text);
  const standin = await startStandin();
  standin.addSpace('standin.eth', { ...settings, voting: { delay: 3600, period: 259_200 } });
  const record = path.join(drafts, 'proposal.publication.json');
  const publishIt = (fault?: Fault) => publishOnce(studio, { folder, key, standin }, fault);
  return {
    writes: [drafts],
    kept: () => (existsSync(record) ? [record] : []),
    attempt: publishIt,
    async again(told, kind) {
      const broken: string[] = [];
      const there = () => standin.store.proposals.map(({ id }) => id);
      const before = there();
      if (told.done && before.length !== 1) broken.push('it said that it was published, and it is not there');
      const next = await publishIt();
      const said = next.text;
      if (kind === 'damaged file' && /publication\.damaged|record of the publication/.test(said)) {
        // As it advises: it is on Snapshot, and the record goes out of the way.
        renameSync(record, `${record}.damaged`);
        return { broken: there().length === 1 ? broken : [...broken, 'it was published again'], said };
      }
      // A server that was asked twice within a moment may still be busy with the first.
      const last = next.done || /published already/.test(said) ? next : await publishIt();
      if (!last.done && !/published already/.test(last.text))
        broken.push(`it is not published in the end: ${last.text}`);
      if (there().length !== 1) broken.push(`${there().length} proposals are at the server`);
      if (existsSync(record)) {
        const { id, state } = JSON.parse(readFileSync(record, 'utf8'));
        if (id !== there()[0]) broken.push('the record names another id than the server');
        if (state !== 'published') broken.push(`the record says ${state}`);
      } else broken.push('there is no record');
      return { broken, said };
    },
    close: () => standin.close(),
  };
}

interface Publishing {
  readonly folder: string;
  readonly key: string;
  readonly standin: Standin;
}

async function publishOnce(
  studio: StudioCopy,
  { folder, key, standin }: Publishing,
  fault?: Fault,
): Promise<Told> {
  const port = Number(new URL(standin.hubUrl).port);
  const way = (await fault?.through?.(port)) ?? port;
  const at = (url: string) => url.replace(`:${port}/`, `:${way}/`);
  const args = [
    ...['publish', 'drafts/proposal.md', '--space', 'standin.eth', '--signer', `keystore:${key}`],
    ...[
      '--sequencer',
      at(standin.sequencerUrl),
      '--hub',
      at(standin.hubUrl),
      '--rpc',
      at(standin.rpcUrl('1')),
    ],
  ];
  const { child, ended } = startProgram(studio.cli, args, {
    ...{ folder, input: `${password}\n`, env: fault?.env ?? {} },
  });
  fault?.started?.(child);
  const { code, signal, out, err } = await ended;
  return { done: code === 0, text: `${out}\n${err}`, signal };
}
