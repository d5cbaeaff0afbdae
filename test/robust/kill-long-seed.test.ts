import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { fresh, small, start, studio } from '../cli/studio.ts';

/** Names of all files of a store. */
const filesIn = (store: string): readonly string[] =>
  existsSync(store) ? readdirSync(store, { recursive: true }).map(String) : [];

const sweepOf = (years: number, place: string): readonly string[] => [
  ...['sweep', small, '--vary', 'agents.token.supply=1000000', '--seeds', '1', '--workers', '1', '--json'],
  ...['--set', `horizon=${years} year`, '--set', 'agents.providers.rows=60000'],
  ...['--measure', 'market.price@end', '--out', path.join(place, 'out')],
];

/** Starts a seed and kills it when its first checkpoint is kept; false where it is over before, since this computer is fast. */
async function isCaught(sweep: readonly string[], store: string): Promise<boolean> {
  const killed = start([...sweep, '--store', store]);
  const ended = killed.done.then(() => true);
  const begun = () => filesIn(store).some((name) => path.basename(name) === 'checkpoint-seed-1');
  while (!begun() && !(await Promise.race([ended, pause(20)])));
  killed.kill();
  await killed.done;
  return !filesIn(store).some((name) => name.endsWith('.seed'));
}

it.skipIf(process.platform === 'win32')(
  'a long seed that is killed goes on from its checkpoint and ends like one that was left alone',
  async () => {
    let [years, place] = [10, fresh('long')];
    // As long as it takes to be caught here; the longest that there is has 100 years.
    while (!(await isCaught(sweepOf(years, place), path.join(place, 'runs'))) && years < 80)
      [years, place] = [2 * years, fresh('long')];
    const sweep = sweepOf(years, place);
    const store = path.join(place, 'runs');

    const again = await studio([...sweep, '--store', store]);
    expect(again.err).toMatch(/^Seed 1 goes on from day [\d,]+, where it was cut off\.$/m);
    expect(filesIn(store).some((name) => name.includes('checkpoint'))).toBe(false);
    const alone = await studio([...sweep, '--store', path.join(place, 'alone')]);
    expect(JSON.parse(again.out).digest).toBe(JSON.parse(alone.out).digest);
  },
  240_000,
);
