import { isAnswer } from './answer.ts';
import type { Transport } from './transport.ts';

/** What the desktop window's preload exposes as `window.studio`. */
export interface Bridge {
  call(name: string, input: unknown): Promise<unknown>;
}

/** The desktop's main process. */
export function ipcTransport(bridge: Bridge): Transport {
  return async (name, input) => {
    const received = await bridge.call(name, input);
    if (isAnswer(received)) return received;
    return {
      ok: false,
      problem: {
        code: 'desktop.not-understood',
        message: `The desktop answered ${name} with something else.`,
      },
    };
  };
}

/** The bridge of this window; absent in a browser. */
export function bridgeOf(window: object): Bridge | undefined {
  return 'studio' in window && isBridge(window.studio) ? window.studio : undefined;
}

const isBridge = (found: unknown): found is Bridge =>
  typeof found === 'object' && found !== null && 'call' in found && typeof found.call === 'function';
