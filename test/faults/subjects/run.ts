import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { nodeFiles } from '../../../main/ports/node-files.ts';
import { openResult } from '../../../main/services/results/open-result.ts';
import { toProblem } from '../../../sim-core/contract/errors.ts';
import { filesIn } from '../files-in.ts';
import { bytesOf, measuring } from '../measure.ts';
import { attemptCommand, startProgram } from '../program.ts';
import type { StudioCopy } from '../studio-copy.ts';
import type { Prepared, Scene, Subject } from '../subject.ts';

const asked = (studio: StudioCopy, seeds: string, out: string): readonly string[] => [
  ...['run', studio.small, '--seeds', seeds, '--out', out, '--workers', '2', '--json'],
  ...['--set', 'horizon=200 day', '--set', 'agents.providers.rows=300'],
];

/** `run --out` into a folder that holds an earlier result: it is that, or the new one, and never a mixture. */
export const run: Subject = {
  name: 'run',
  kinds: ['kill', 'full disk', 'read-only folder', 'wrong clock', 'damaged file', 'no memory'],
  async prepare(studio, folder) {
    const before = path.join(folder, 'before');
    mkdirSync(folder, { recursive: true });
    await startProgram(studio.cli, asked(studio, '1..2', before), { folder }).ended;
    const { fault, measured } = measuring(folder);
    const done = await attemptCommand(studio.cli, asked(studio, '1..3', 'after'), { folder }, fault);
    if (!done.done) throw new Error(`undisturbed, a run fails: ${done.text}`);
    const old = await digestIn(studio, before);
    const fresh = await digestIn(studio, path.join(folder, 'after'));
    const scene = (place: string) => sceneIn(studio, place, before, { old, fresh });
    const bytes = bytesOf({ writes: [], kept: () => filesIn(path.join(folder, 'after')) });
    return { measured: measured(bytes), scene } satisfies Prepared;
  },
};

async function digestIn(studio: StudioCopy, folder: string): Promise<string> {
  try {
    return (await openResult(nodeFiles, folder, studio.engine)).batch.digest;
  } catch (thrown) {
    return toProblem(thrown).code;
  }
}

async function sceneIn(
  studio: StudioCopy,
  folder: string,
  before: string,
  { old, fresh }: { readonly old: string; readonly fresh: string },
): Promise<Scene> {
  const out = path.join(folder, 'out');
  cpSync(before, out, { recursive: true });
  const args = asked(studio, '1..3', out);
  return {
    writes: [out],
    kept: () => filesIn(out),
    attempt: (fault) => attemptCommand(studio.cli, args, { folder }, fault),
    async again(told, kind) {
      const broken: string[] = [];
      const found = await digestIn(studio, out);
      const partial = kind === 'no memory' && /seeds finished/.test(told.text);
      const damaged = kind === 'damaged file' && /^(result|file)\./.test(found);
      if (![old, fresh].includes(found) && !partial && !damaged)
        broken.push(`the folder holds neither the earlier result nor the new one: ${found}`);
      if (told.done && found !== fresh && !damaged) broken.push('it said that it was done, and it was not');
      const { code, out: told2, err } = await startProgram(studio.cli, args, { folder }).ended;
      if (code !== 0) broken.push(`it does not run again: ${err}`);
      const last = await digestIn(studio, out);
      if (last !== fresh) broken.push(`run again, the folder holds ${last}`);
      return { broken, said: `${told2}${err}` };
    },
  };
}
