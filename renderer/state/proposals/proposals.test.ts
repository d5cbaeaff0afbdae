import { expect, it, vi } from 'vitest';
import type { ComposeAsked, ProposalTask } from '../../../main/api/proposals/proposals-api.ts';
import { type Problem, StudioError } from '../../../sim-core/contract/errors.ts';
import type { Client } from '../../client/client.ts';
import { storageIn } from '../storage-in.ts';
import { createAlongside } from './alongside.ts';
import { createProposals } from './proposals.ts';

const asked: ComposeAsked = {
  ...{ base: { scenario: 'a' }, proposal: { scenario: 'b' }, seeds: 2, budget: 0 },
};
const running: ProposalTask = {
  ...{ task: '1', kind: 'compose', state: 'running', doing: '', runs: 0, of: 0 },
};

/** Proposals whose draft is written at once, and kept only where nothing is wrong with the disk. */
function writing(problems: Problem[]) {
  const calls: string[] = [];
  const kept = new Map<string, string>();
  const client = {
    async call(name: string, { id }: { readonly id?: string }) {
      calls.push(name);
      if (name === 'projects.current') return { project: { folder: '/one' } };
      if (name === 'proposals.compose') return running;
      if (name === 'proposals.task') return { ...running, state: 'done', text: '# Halve it\n' };
      const problem = problems.shift();
      if (problem !== undefined) throw new StudioError(problem);
      return { id, text: '# Halve it\n', digest: 'sha256:1' };
    },
  } as unknown as Client;
  const storage = storageIn(kept);
  const settings = { get: () => ({ keepRuns: true, workers: 0, numbers: 'si' as const, engines: '' }) };
  return { calls, proposals: createProposals(client, storage, createAlongside(settings)) };
}

it('a draft that cannot be kept says why, and is not written again and again', async () => {
  vi.useFakeTimers();
  const { calls, proposals } = writing([{ code: 'disk.full', message: 'The disk is full.' }]);
  await proposals.compose(asked, 'sha256:2');
  await vi.advanceTimersByTimeAsync(3000);
  expect(proposals.composing.get()).toMatchObject({ state: 'failed', problem: { code: 'disk.full' } });
  expect(calls.filter((name) => name === 'proposals.save')).toHaveLength(1);
  vi.useRealTimers();
});

it('a draft that was written while the connection was lost is kept when it is back, with what it was made from', async () => {
  vi.useFakeTimers();
  const { proposals } = writing([{ code: 'server.unreachable', message: 'It does not answer.' }]);
  await proposals.compose(asked, 'sha256:2');
  await vi.advanceTimersByTimeAsync(3000);
  const open = proposals.editing.open.get();
  expect([proposals.composing.get()?.state, open?.id]).toEqual(['done', 'halve-it']);
  expect(proposals.origins.of(open?.key ?? '')).toEqual({ asked, specDigest: 'sha256:2' });
  vi.useRealTimers();
});
