/** The Web Worker: `self.name` is the lock it holds while it lives, by which `spawn-web.ts` notices its end. */
import { expose } from 'comlink';
import { createEndpoint } from './endpoint.ts';
import { transferProblems } from './problem-transfer.ts';

const endpoint = createEndpoint();
const alive = new Promise<void>((held) => {
  void navigator.locks.request(self.name, () => {
    held();
    return new Promise<never>(() => {});
  });
});

transferProblems();
expose({
  ...endpoint,
  async load(...given: Parameters<typeof endpoint.load>) {
    await alive;
    return await endpoint.load(...given);
  },
});
