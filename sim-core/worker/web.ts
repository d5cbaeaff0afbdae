/** The Web Worker: `self.name` is the lock it holds while it lives, by which `spawn-web.ts` notices its end. */
import { type Endpoint as Channel, expose } from 'comlink';
import { closedEngine } from './closed-engine.ts';
import { createEndpoint } from './endpoint.ts';
import { transferProblems } from './problem-transfer.ts';

const endpoint = createEndpoint(closedEngine);
const alive = new Promise<void>((held) => {
  void navigator.locks.request(self.name, () => {
    held();
    return new Promise<never>(() => {});
  });
});

/** Bound, since a project's code takes part only where the worker itself has them no more. */
const channel: Channel = {
  postMessage: postMessage.bind(globalThis),
  addEventListener: addEventListener.bind(globalThis),
  removeEventListener: removeEventListener.bind(globalThis),
};

transferProblems();
expose(
  {
    ...endpoint,
    async load(...given: Parameters<typeof endpoint.load>) {
      await alive;
      return await endpoint.load(...given);
    },
  },
  channel,
);
