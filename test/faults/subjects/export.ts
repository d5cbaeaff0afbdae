import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn } from '../files-in.ts';
import { bytesOf, measuring } from '../measure.ts';
import { attemptCommand, startProgram } from '../program.ts';
import type { StudioCopy } from '../studio-copy.ts';
import type { Scene, Subject } from '../subject.ts';

const asked = (source: string): readonly string[] => [
  ...['export', source, '--format', 'csv,parquet,json,arrow', '--out', 'exports'],
];

/** Names and digests of the files in a folder. */
const contentOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    filesIn(folder).map((file) => [
      path.relative(folder, file),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );

/** `export` of a kept result over an earlier export: each file is the old or the new, and the result is as it was. */
export const exported: Subject = {
  name: 'export',
  kinds: ['kill', 'full disk', 'read-only folder', 'wrong clock', 'damaged file'],
  async prepare(studio, folder) {
    mkdirSync(folder, { recursive: true });
    for (const seeds of ['1..2', '1..3']) {
      const out = path.join(folder, seeds);
      await startProgram(studio.cli, ['run', studio.small, '--seeds', seeds, '--out', out], { folder }).ended;
    }
    const earlier = path.join(folder, 'earlier');
    mkdirSync(earlier);
    const { ended } = startProgram(studio.cli, asked(path.join(folder, '1..2')), { folder: earlier });
    await ended;
    const { fault, measured } = measuring(folder);
    const done = await attemptCommand(studio.cli, asked('1..3'), { folder }, fault);
    if (!done.done) throw new Error(`undisturbed, an export fails: ${done.text}`);
    const written = path.join(folder, 'exports');
    return {
      measured: measured(bytesOf({ writes: [], kept: () => filesIn(written) })),
      scene: async (place) => sceneIn(studio, place, folder),
    };
  },
};

function sceneIn(studio: StudioCopy, folder: string, prepared: string): Scene {
  const [source, exports] = [path.join(folder, 'source'), path.join(folder, 'exports')];
  cpSync(path.join(prepared, '1..3'), source, { recursive: true });
  cpSync(path.join(prepared, 'earlier/exports'), exports, { recursive: true });
  const [old, fresh] = [contentOf(exports), contentOf(path.join(prepared, 'exports'))];
  const before = contentOf(source);
  return {
    writes: [exports],
    kept: () => filesIn(source),
    attempt: (fault) => attemptCommand(studio.cli, asked('source'), { folder }, fault),
    async again(_, kind) {
      const broken: string[] = [];
      for (const [name, content] of contentOf(exports))
        if (content !== old.get(name) && content !== fresh.get(name))
          broken.push(`${name} is neither the earlier file nor the new one`);
      const { code, out, err } = await startProgram(studio.cli, asked('source'), { folder }).ended;
      const said = `${out}${err}`;
      if (kind === 'damaged file') {
        // What is damaged is refused, or it is a part that no number depends on.
        const same = [...fresh].every(([name, content]) => contentOf(exports).get(name) === content);
        if (code === 0 && !same && !onlyWords(fresh, contentOf(exports)))
          broken.push('damaged numbers were exported');
        if (code !== 0 && !/^error/m.test(err)) broken.push(`it does not say what is damaged: ${err}`);
        return { broken, said };
      }
      if (code !== 0) broken.push(`it does not export again: ${err}`);
      for (const [name, content] of before)
        if (contentOf(source).get(name) !== content) broken.push(`the result's ${name} was changed`);
      for (const [name, content] of fresh)
        if (contentOf(exports).get(name) !== content) broken.push(`exported again, ${name} differs`);
      return { broken, said };
    },
  };
}

/** Titles and labels are people's to change: numbers are not. */
const onlyWords = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean =>
  ['metrics.csv', 'breakdowns.csv'].every((name) => one.get(name) === other.get(name));
