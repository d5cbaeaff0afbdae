import { expect, it } from 'vitest';
import type { Signing } from '../../../main/api/publish/publish-api.ts';
import type { Studio } from '../studio.ts';
import { createPublishing } from './publishing.ts';
import { approve, stopSigning } from './sign.ts';

it('what was cancelled while the signer was being asked is neither shown again nor sent', async () => {
  const storage = { getItem: () => null, setItem() {} } as unknown as Storage;
  const publishing = createPublishing(storage);
  const signing = { signing: '1', state: 'prepared' } as unknown as Signing;
  const calls: string[] = [];
  let answer: (signing: Signing) => void = () => {};
  const client = {
    async call(name: string) {
      calls.push(name);
      if (name !== 'publish.sign.begin') return signing;
      return await new Promise((resolve) => {
        answer = resolve;
      });
    },
  };
  const studio = { client, publishing } as unknown as Studio;
  publishing.signing.set({ draft: 'a', kind: 'proposal', signing });
  const approved = approve(studio);
  await stopSigning(studio);
  answer({ ...signing, state: 'signed' } as Signing);
  await approved;
  expect(publishing.signing.get()).toBeUndefined();
  expect(calls).toEqual(['publish.sign.begin', 'publish.sign.cancel']);
});
