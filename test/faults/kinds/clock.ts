import type { FaultKind } from '../fault.ts';
import { preload } from './preload.ts';

const hour = 3_600_000;
const day = 24 * hour;
const offsets = [
  ['a minute behind', -60_000],
  ['an hour behind', -hour],
  ['an hour ahead', hour],
  ['a day behind', -day],
  ['ten years ahead', 3650 * day],
  ['fifty years behind', -18_250 * day],
] as const;

/** The clock of the studio and its threads is off; it may jump while they work. */
export const wrongClock: FaultKind = {
  name: 'wrong clock',
  make(luck, { ms }) {
    const [words, first] = luck.of(offsets);
    const jumps = luck.next() < 0.5;
    const [later, then] = jumps ? luck.of(offsets) : [words, first];
    const after = luck.whole(0, Math.round(ms) + 200);
    return {
      how: jumps ? `${words}, after ${after} ms ${later}` : words,
      env: preload('clock', {
        STUDIO_FAULT_CLOCK: `${first}`,
        STUDIO_FAULT_CLOCK_THEN: `${then}`,
        STUDIO_FAULT_CLOCK_AFTER: `${after}`,
      }),
      lift: async () => {},
      struck: () => true,
    };
  },
};
