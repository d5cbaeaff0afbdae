import { expect, it } from 'vitest';
import { killedSweep } from './kill-sweep.mjs';

it.skipIf(process.platform === 'win32')(
  'a sweep that is killed at random moments and started again ends like one that was left alone',
  async () => {
    const killed = await killedSweep({ kills: 3, runs: 48, luck: 7 });
    expect(killed.digest).toBe(killed.undisturbed);
    expect(killed).toMatchObject({ sameTable: true, lost: 0, twice: 0, kept: 48, runs: 48 });
    expect(killed.keptAtKill.at(-1)).toBeGreaterThan(0);
    expect(killed.keptAtKill.at(-1)).toBeLessThan(48);
  },
);
