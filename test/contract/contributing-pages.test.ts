// Follows docs/contributing literally, in a copy of the sources: all its pages, one after the other.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkImports } from '../../scripts/check-imports.mjs';
import { root } from '../../scripts/root.mjs';
import type { Mechanism } from '../../sim-core/contract/mechanism.ts';
import { differences } from '../../sim-core/stage.ts';
import { typeCheck } from './type-check.ts';

const pages = path.join(root, 'docs/contributing');
let copy = '';
/** Files that the pages write, by their paths in the project. */
const written: string[] = [];

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'studio-contributing-'));
  for (const name of ['sim-core', 'main', 'renderer', 'test/standin', 'scripts'])
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  for (const name of ['package.json', 'tsconfig.base.json'])
    cpSync(path.join(root, name), path.join(copy, name));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  for (const page of readdirSync(pages)) follow(readFileSync(path.join(pages, page), 'utf8'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Writes the files of a page, and puts lines before or after others. */
function follow(page: string): void {
  for (const [, info = '', text = ''] of page.matchAll(/^```tsx? (.*)\n([\s\S]*?)^```$/gm)) {
    const file = /file=(\S+)/.exec(info)?.[1];
    if (file !== undefined) {
      written.push(file);
      mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
      writeFileSync(path.join(copy, file), text);
      continue;
    }
    const [, within = '', side, line = ''] = /in=(\S+) (before|after)="(.+)"/.exec(info) ?? [];
    const whole = readFileSync(path.join(copy, within), 'utf8');
    expect(whole.split(`${line}\n`).length, `${within}: ${line}`).toBe(2);
    const [before = '', after = ''] = whole.split(`${line}\n`);
    const added = side === 'before' ? `${text}${line}\n` : `${line}\n${text}`;
    writeFileSync(path.join(copy, within), before + added + after);
  }
}

it.each(['sim-core', 'main', 'renderer'])('has the right types in %s', async (layer) => {
  const files = written.filter((file) => file.startsWith(`${layer}/`));
  expect(files.length).toBeGreaterThan(0);
  // Other layers are read as source here, by rules that are not theirs.
  const { output } = await typeCheck(layer, ...files.map((file) => path.join(copy, file)));
  expect(output.split('\n').filter((line) => files.some((file) => line.includes(file)))).toEqual([]);
  expect(output).not.toMatch(/error TS(5|6)\d{3}/);
});

it('keeps the rules of who imports whom', async () => {
  const { output } = await checkImports(copy);
  expect(written.filter((file) => output.includes(file))).toEqual([]);
});

const within = async <Module>(file: string): Promise<Module> => await import(path.join(copy, file));

it('is in what lists it, and its examples hold', async () => {
  const { mechanisms } = await within<{ mechanisms: readonly Mechanism[] }>('sim-core/mechanisms/index.ts');
  const added = mechanisms.find(({ id }) => id === 'emission.linear-decay');
  expect(added?.examples.flatMap((example) => differences(added, example))).toEqual([]);
  const { metrics } = await within<{ metrics: readonly { id: string }[] }>('sim-core/metrics/index.ts');
  expect(metrics.at(-1)?.id).toBe('growth.net');
  const { commands } = await within<{ commands: readonly { id: string }[] }>(
    'renderer/app/commands/index.ts',
  );
  expect(commands.map(({ id }) => id)).toEqual(expect.arrayContaining(['glossary.show', 'view.copy-place']));
  const { commands: typed } = await within<{ commands: object }>('main/cli/commands.ts');
  expect(Object.keys(typed)).toContain('slots');
});
