// Follows docs/how-to/answer-a-proposal.md literally; what it asks of a network, a stand-in on loopback answers.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, openScene, proposal, publish } from '../publish/scene.ts';
import type { Standin } from '../standin/start-standin.ts';
import { followPage, holdsWhatItSays } from './follow-page.ts';

const page = await followPage('answer-a-proposal.md');
const { folder, run } = page;
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');

describe('the page', () => {
  holdsWhatItSays(page, 6);

  it('ends with the files that it names', () => {
    for (const name of ['proposal-market-price.svg', 'outcome/outcome.json', 'outcome/transcoders.svg'])
      expect(existsSync(path.join(folder, name)), name).toBe(true);
    expect(read('proposal.md')).toContain('](proposal-market-price.svg)');
    expect(read('proposal.short.md')).toContain('](ipfs://bafkrei');
    expect(JSON.parse(read('outcome/outcome.json'))).toMatchObject({ columns: [{ standing: 'held' }] });
    expect(read('outcome/transcoders.svg')).toContain('12 observations');
  });
});

describe('verify, of what is elsewhere', () => {
  let standin: Standin;
  let id: string;
  beforeAll(async () => {
    standin = await openScene();
    const [, title = ''] = /^# (.*)$/m.exec(read('proposal.md')) ?? [];
    const body = read('proposal.short.md')
      .replace(/^# .*\n/, '')
      .trim();
    id = idOf(await publish(standin, proposal({ title, body })));
  });
  afterAll(() => standin.close());

  it('asks the hub for an id, and re-runs what it tells', async () => {
    const { code, out, err } = await run(`verify ${id} --hub ${standin.hubUrl}`);
    expect([code, err.includes(`proposal ${id} of standin.eth`)]).toEqual([0, true]);
    expect(out).toContain('Reproduced: every line holds');
    const { code: refused, err: why } = await run(`verify 0x${'0'.repeat(64)} --hub ${standin.hubUrl}`);
    expect([refused, why.includes('knows no proposal')]).toEqual([2, true]);
  });

  it('asks no address of this computer, unless it is that of the hub', async () => {
    const address = standin.hubUrl.replace('/graphql', '/proposal.md');
    const { code, err } = await run(`verify ${address}`);
    expect([code, err.includes('an address of this computer or of its network')]).toEqual([2, true]);
    const { code: asked, err: why } = await run(`verify ${address} --hub ${standin.hubUrl}`);
    expect([asked, why.includes('answers 404')]).toEqual([2, true]);
  });
});
