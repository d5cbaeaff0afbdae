// What a person types to sign, and what lets a browser in, is written nowhere.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../main/api/answer.ts';
import { openLog } from '../../main/electron/log/open-log.ts';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { fresh, start } from '../cli/studio.ts';
import { testDraft, testKnown, testWallet } from '../publish/drafts.ts';
import { openStrange, type Strange } from './project-of-a-stranger.ts';

const password = 'correct-horse-battery-staple';
let strange: Strange;
beforeAll(() => {
  strange = openStrange();
});
afterAll(() => strange.remove());

/** Everything that stands in files under a folder, as one text. */
const written = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

describe('a keystore', () => {
  it('leaves neither its password nor its key in a file or an answer, whether it opens or not', async () => {
    const keystore = await testWallet.encrypt(password, { scrypt: { N: 1024 } });
    const { title, body, ...head } = testDraft;
    const keys = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
    const text = `---\n${keys.join('')}---\n\n# ${title}\n\n${body}\n`;
    const said: unknown[] = [];
    const states: unknown[] = [];
    const call = async (name: string, input: unknown): Promise<unknown> => {
      const answered = await answer(strange.api, name, input);
      said.push(answered);
      return answered.ok ? answered.value : undefined;
    };
    await nodeFiles.makeFolder(path.join(strange.project, 'proposals'));
    for (const typed of [`${password}x`, password]) {
      const asked = { text, known: testKnown, proposal: 'mine', kind: 'proposal' };
      const { signing } = Object(await call('publish.sign.prepare', asked));
      const signer = { kind: 'keystore', text: keystore, password: typed };
      await call('publish.sign.begin', { signing, signer });
      for (;;) {
        const { state } = Object(await call('publish.sign.state', { signing }));
        if (state === 'waiting') {
          await pause(10);
          continue;
        }
        states.push(state);
        break;
      }
    }
    expect(states).toEqual(['failed', 'signed']);
    const all = JSON.stringify(said) + written(strange.folder);
    expect(all).not.toContain(password);
    expect(all.toLowerCase()).not.toContain(testWallet.privateKey.slice(2).toLowerCase());
  });
});

describe('the log of the desktop', () => {
  it('masks secrets in the stack of what nobody caught', async () => {
    const folder = fresh('log');
    const log = openLog(folder);
    const secrets = [`0x${'ab'.repeat(32)}`, 'hunter2hunter2', 'eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl'];
    log.error(
      'not caught:',
      new Error(`signing with ${secrets[0]}, password=${secrets[1]}, bearer ${secrets[2]}`),
    );
    log.note('GET http://127.0.0.1:4780/?token=abcdefghijklmnopqrstuvwxyz0123456789');
    const text = written(folder);
    expect(text).toContain('not caught');
    for (const each of [...secrets, 'abcdefghijklmnopqrstuvwxyz0123456789']) expect(text).not.toContain(each);
  });
});

describe('the link of the server', () => {
  it('is told on standard output alone, works once, and leaves nothing in the address that follows', async () => {
    const project = fresh('token-project');
    const server = start(['serve', '--port', '0', '--project', strange.project], strange.folder, {
      DEPIN_STUDIO_HOME: project,
    });
    let out = '';
    try {
      await server.saw('?token=');
      await server.saw('Ctrl-C');
    } finally {
      server.interrupt();
      ({ out } = await server.done);
    }
    const link = new URL(/http:\/\/\S+/.exec(out)?.[0] ?? '');
    const token = link.searchParams.get('token') ?? '';
    expect(token.length).toBeGreaterThan(40);
    expect(written(strange.folder)).not.toContain(token);
  });
});
