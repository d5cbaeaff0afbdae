import type { FaultKind } from '../fault.ts';
import { preload } from './preload.ts';

/** `kill -9`: before one of its writes, in the middle of one, or at any moment. */
export const kill: FaultKind = {
  name: 'kill',
  make(luck, { steps, ms }) {
    const struck: ReturnType<FaultKind['make']>['struck'] = ({ signal }) => signal === 'SIGKILL';
    const lift = async () => {};
    if (luck.next() < 0.7) {
      const step = luck.whole(1, steps);
      const env = preload('step', { STUDIO_FAULT_STEP: `${step}` });
      return { how: `at write ${step} of ${steps}`, env, lift, struck };
    }
    const after = luck.whole(0, Math.round(ms));
    return {
      how: `after ${after} ms`,
      started: (child) => void setTimeout(() => child.kill('SIGKILL'), after),
      ...{ lift, struck },
    };
  },
};
