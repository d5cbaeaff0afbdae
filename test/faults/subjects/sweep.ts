import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { filesIn } from '../files-in.ts';
import { bytesOf, measuring } from '../measure.ts';
import { attemptCommand, startProgram } from '../program.ts';
import type { StudioCopy } from '../studio-copy.ts';
import type { Scene, Subject } from '../subject.ts';

const runs = 8;
const asked = (studio: StudioCopy): readonly string[] => [
  ...['sweep', studio.small, '--vary', `agents.token.supply=1000000..2000000/${runs / 2}`, '--seeds', '1..2'],
  ...['--set', 'horizon=200 day', '--set', 'agents.providers.rows=300'],
  ...['--store', 'runs', '--out', 'out', '--workers', '2', '--json'],
];

/** A sweep into a run store: what the store held is never simulated again, and the table is that of an undisturbed one. */
export const sweep: Subject = {
  name: 'sweep',
  kinds: ['kill', 'full disk', 'read-only folder', 'wrong clock', 'damaged file', 'no memory'],
  async prepare(studio, folder) {
    mkdirSync(folder, { recursive: true });
    const { fault, measured } = measuring(folder);
    const done = await attemptCommand(studio.cli, asked(studio), { folder }, fault);
    if (!done.done) throw new Error(`undisturbed, a sweep fails: ${done.text}`);
    const { digest } = JSON.parse(done.text.trim().split('\n')[0] ?? '');
    const table = readFileSync(path.join(folder, 'out/sweep.csv'), 'utf8');
    const kept = () => filesIn(path.join(folder, 'runs'));
    return {
      measured: measured(bytesOf({ writes: [], kept })),
      scene: async (place) => sceneIn(studio, place, { digest, table }),
    };
  },
};

/** Seeds in a store, and what changes when one is written again. */
const seedsIn = (store: string): ReadonlyMap<string, string> =>
  new Map(
    filesIn(store)
      .filter((file) => file.endsWith('.seed'))
      .map((file) => {
        const { ino, mtimeMs, size } = statSync(file);
        return [file, `${ino} ${mtimeMs} ${size}`];
      }),
  );

function sceneIn(
  studio: StudioCopy,
  folder: string,
  undisturbed: { readonly digest: string; readonly table: string },
): Scene {
  const [store, out] = [path.join(folder, 'runs'), path.join(folder, 'out')];
  for (const place of [store, out]) mkdirSync(place, { recursive: true });
  return {
    writes: [store, out],
    kept: () => filesIn(store),
    attempt: (fault) => attemptCommand(studio.cli, asked(studio), { folder }, fault),
    async again(told, kind) {
      const broken: string[] = [];
      const damaged = kind === 'damaged file';
      const before = seedsIn(store);
      if (told.done && before.size !== runs) broken.push('it said that it was done, and runs are missing');
      const { code, out: answer, err } = await startProgram(studio.cli, asked(studio), { folder }).ended;
      if (code !== 0) return { broken: [`it does not go on: ${err}`], said: err };
      const { digest, stored, simulated } = JSON.parse(answer);
      if (digest !== undisturbed.digest) broken.push('its digest is not that of an undisturbed sweep');
      if (readFileSync(path.join(out, 'sweep.csv'), 'utf8') !== undisturbed.table)
        broken.push('its table is not that of an undisturbed sweep');
      if (!damaged && (stored !== before.size || simulated !== runs - before.size))
        broken.push(`${before.size} runs were kept, and it took ${stored} from the store`);
      const after = seedsIn(store);
      for (const [file, identity] of before)
        if (!damaged && after.get(file) !== identity)
          broken.push(`${path.basename(file)} was lost or written again`);
      if (damaged && stored < runs && !/damaged/.test(err))
        broken.push(`${runs - stored} runs were damaged, and it does not say so`);
      return { broken, said: `${stored} runs were kept, ${simulated} simulated. ${err}` };
    },
  };
}
