// What a draft proposes and assumes beyond a number, and what it says where a part of it is not there.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fresh, small, studio } from './studio.ts';

const env = { DEPIN_STUDIO_HOME: fresh('home') };
const folder = fresh('drafts');
mkdirSync(folder, { recursive: true });
const file = path.join(small, 'scenario.yaml');
const few = ['--seeds', '1..2', '--no-stress'];
const proposing = (scenario: string, args: readonly string[]) =>
  studio(['propose', scenario, ...few, ...args], folder, env);
const propose = (...args: readonly string[]) => proposing(file, [...args, '--no-store']);
const draft = () => readFileSync(path.join(folder, 'proposal.md'), 'utf8');

describe('a draft', () => {
  it('proposes whatever compare compares, such as another mechanism or a part of a distribution', async () => {
    for (const [set, line] of [
      ['mechanism.verification=none', 'mechanism.verification verification.random-audit -> none'],
      ['agents.providers.hardwareSpread.sigma=0.6', '-> {lognormal: {median: 1, sigma: 0.6}}'],
    ] as const) {
      const args = ['--set', set, '--assume', 'agents.providers.rows=40', '--assume', 'horizon=400 day'];
      expect(await proposing('blank-network', args)).toMatchObject({ code: 0 });
      expect(draft()).toContain(line);
      const { out } = await studio(['verify', 'proposal.md'], folder, env);
      expect(out).toContain('Reproduced: every line holds');
    }
  });

  it('says in its text what it assumes, and why a part is not there that was paid for', async () => {
    const assumed = ['--assume', 'agents.providers.rows=40', '--budget', '12'];
    const { err } = await propose('--set', 'agents.token.supply=2000000', ...assumed);
    expect(err).toMatch(/Left out of the draft: The budget pays for 3 points, too few .* Raise --budget/);
    const [, text = ''] = /## Parameters\n([\s\S]*)## How to verify/.exec(draft()) ?? [];
    expect(text).toContain(
      'Assumed in all runs, with and without the change: Rows (`agents.providers.rows`) 40 row in the place of 50 row.',
    );
    expect(text).toContain('Not computed: the budget pays for 3 points');
  });

  it('keeps what has run, so that the same command, once it was stopped, goes on from there', async () => {
    const args = ['--set', 'agents.token.supply=3000000', '--assume', 'agents.providers.rows=30'];
    const stamps = () =>
      readdirSync(path.join(folder, 'runs'), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.seed'))
        .map((name) => [name, statSync(path.join(folder, 'runs', name)).mtimeMs]);
    const before = stamps().length;
    await proposing('blank-network', args);
    const [kept, text] = [stamps(), draft()];
    expect(kept).toHaveLength(before + 4);
    await proposing('blank-network', args);
    expect([stamps(), draft()]).toEqual([kept, text]);
  });

  it.each([
    ['what it proposes', 'agents.token.supply=3000000', 'is what the proposal changes'],
    ['a storm', 'overlay=price-crash', 'no evidence could say it'],
  ])('that assumes %s is refused before anything runs: nobody could verify it', async (_, assume, why) => {
    const args = ['--set', 'agents.token.supply=2000000', '--assume', assume];
    const { code, out, err } = await proposing('blank-network', args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(why);
    expect(err).not.toContain('Base and proposal');
  });

  it('is held against as much data as calibrate takes; a file that is not there is told as the person named it', async () => {
    expect(await propose('--set', 'agents.token.supply=2000000')).toMatchObject({ code: 0 });
    const rows = [1, 2, 3].map((day) => `2024-01-0${day},1000000,${'x'.repeat(400_000)}\n`);
    writeFileSync(path.join(folder, 'wide.csv'), `date,supply.circulating,note\n${rows.join('')}`);
    const { out } = await studio(['outcome', 'proposal.md', '--data', 'wide.csv'], folder, env);
    expect(out).toContain('0 of 3 observations');
    const { err } = await studio(['verify', 'nowhere.md'], folder, env);
    expect(err).toContain(
      'There is no file nowhere.md.\n       Check the name; it is relative to the folder',
    );
  });
});
