import type { WebContents } from 'electron';
import type { WindowRequest } from '../api/window/window-api.ts';

/** What the system wants of the page, kept until the page asks for it. */
export interface PageRequests {
  push(request: WindowRequest): void;
  /** The oldest that nobody has taken; waits for one. */
  next(sender: WebContents): Promise<WindowRequest>;
}

/** More than a person could have asked for before the page was there. */
const most = 20;

export function createPageRequests(): PageRequests {
  const kept: WindowRequest[] = [];
  let waiting: ((request: WindowRequest) => void) | undefined;
  const followed = new WeakSet<WebContents>();

  /** A page that has gone takes nothing any more: what comes then is for the next. */
  const follow = (sender: WebContents): void => {
    if (followed.has(sender)) return;
    followed.add(sender);
    const forget = () => {
      waiting = undefined;
    };
    sender.on('did-navigate', forget);
    sender.on('render-process-gone', forget);
    sender.on('destroyed', forget);
  };

  return {
    push(request) {
      const take = waiting;
      waiting = undefined;
      if (take !== undefined) take(request);
      else if (kept.length < most) kept.push(request);
    },
    next(sender) {
      follow(sender);
      const [first] = kept.splice(0, 1);
      if (first !== undefined) return Promise.resolve(first);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
  };
}
