// Every command line that a page or a message names is one that there is, with flags that it takes.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { commands } from '../../main/cli/commands.ts';
import { installationIn } from '../../main/services/installation.ts';
import { root } from '../../scripts/root.mjs';

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const made = await Promise.all(
  Object.values(commands).map(async (load) => (await load())(installationIn(root))),
);

const within = (folder: string, names: RegExp): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => names.test(name) && !name.endsWith('.test.ts'));
const files = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs', 'scenarios'].flatMap((folder) => within(folder, /\.(md|yaml)$/)),
  ...['main', 'renderer', 'sim-core'].flatMap((folder) => within(folder, /\.tsx?$/)),
];

it('is there, on every page and in every message', () => {
  const faults = files.flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    const lines = [...text.matchAll(/(?:depin-studio|npm run -s studio --) ([^`\n]*)/g)];
    const asked = [...text.matchAll(/\bnpm run (?:-s )?([\w:-]*\w)/g)];
    return [
      ...lines.flatMap(([, line = '']) => faultsOf(line)),
      ...asked.flatMap(([, script = '']) => (Object.hasOwn(scripts, script) ? [] : [script])),
    ].map((fault) => `${file}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

/** What is wrong with a command line: a name or a flag that there is not. Prose may follow it. */
function faultsOf(line: string): readonly string[] {
  const words = line.replace(/ # .*/, '').split(' ');
  const top = made.find((each) => each.name() === words[0]);
  if (top === undefined) return /^[a-z][\w-]*$/.test(words[0] ?? '') ? [line] : [];
  const command = top.commands.find((each) => each.name() === words[1]) ?? top;
  const taken = flagsOf(command.name() === 'experiment' ? made : [command]);
  const flags = [...line.matchAll(/(?<= )--[a-z][a-z-]*/g)].map(([flag]) => flag);
  return flags.filter((flag) => flag !== '--help' && !taken.has(flag)).map((flag) => `${flag} in ${line}`);
}

/** `experiment` hands its flags on to whichever command the file asks for. */
const flagsOf = (some: readonly Command[]): ReadonlySet<string> =>
  new Set(some.flatMap(({ options }) => options.flatMap(({ long }) => long ?? [])));
