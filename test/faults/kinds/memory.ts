import type { FaultKind } from '../fault.ts';
import { preload } from './preload.ts';

/** Some of the first worker threads run out of memory at some moment. */
export const noMemory: FaultKind = {
  name: 'no memory',
  make(luck, { ms }) {
    const threads = luck.whole(1, 4);
    const after = luck.whole(0, Math.round(ms / 3));
    return {
      how: `${threads} ${threads === 1 ? 'thread' : 'threads'}, after ${after} ms`,
      env: preload('memory', { STUDIO_FAULT_THREADS: `${threads}`, STUDIO_FAULT_MEMORY: `${after}` }),
      lift: async () => {},
      struck: ({ text }) => /out of memory/i.test(text),
    };
  },
};
