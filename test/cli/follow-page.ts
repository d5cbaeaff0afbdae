import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { type Answered, fresh, studio } from './studio.ts';

/** What came of following a page literally, in a folder of its own. */
export interface Followed {
  /** Of docs, as `followPage` was told. */
  readonly name: string;
  readonly folder: string;
  readonly answers: readonly (Answered & { readonly command: string })[];
  /** The first answer to a command that holds `part`. */
  answerTo(part: string): Answered | undefined;
  /** Another command, in the same folder. */
  run(command: string): Promise<Answered>;
}

/** Writes the files and runs the commands of a page, in their order: `sweep.md` of docs/how-to, `tutorials/x.md` and `../README.md` of docs. */
export async function followPage(name: string): Promise<Followed> {
  const page = readPage(name);
  const folder = fresh('how-to');
  const home = fresh('home');
  mkdirSync(folder, { recursive: true });
  const run = (command: string): Promise<Answered> =>
    studio(wordsOf(command), folder, { DEPIN_STUDIO_HOME: home });
  const answers: (Answered & { readonly command: string })[] = [];
  for (const [, language, info = '', text = ''] of page.matchAll(/^```(\w+)(.*)\n([\s\S]*?)^```$/gm)) {
    if (language === 'sh')
      for (const command of text.trim().split('\n')) answers.push({ command, ...(await run(command)) });
    const file = /file=(\S+)/.exec(info)?.[1];
    if (file !== undefined) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const within = /in=(\S+) after="(.+)"/.exec(info);
    if (within !== null) insert(path.join(folder, within[1] ?? ''), within[2] ?? '', text);
  }
  const answerTo = (part: string) => answers.find(({ command }) => command.includes(part));
  return { name, folder, answers, answerTo, run };
}

const readPage = (name: string): string =>
  readFileSync(path.join(root, 'docs', name.includes('/') ? name : `how-to/${name}`), 'utf8');

/** What holds of every page that can be followed to its end: so many commands, each of which ends well, print what it shows. */
export function holdsWhatItSays({ name, answers }: Followed, commands: number): void {
  it('holds commands, and each ends well', () => {
    expect(answers.filter(({ code }) => code !== 0)).toEqual([]);
    expect(answers).toHaveLength(commands);
  });

  it('shows what its commands print: run them, and paste what they say where this fails', () => {
    expect(notPrinted(name, answers)).toEqual([]);
  });
}

/** The lines that a page shows as printed, in its blocks of `text`, and that no command has; `…` stands for whatever is left out, also for whole lines. */
export function notPrinted(name: string, answers: readonly Answered[]): readonly string[] {
  const printed = answers.flatMap(({ out, err }) => `${out}\n${err}`.split('\n'));
  const isPrinted = (line: string) => {
    const shape = new RegExp(`^${line.split('…').map(literal).join('.*')}$`);
    return printed.some((each) => shape.test(each));
  };
  return [...readPage(name).matchAll(/^```text\n([\s\S]*?)^```$/gm)]
    .flatMap(([, text = '']) => text.trimEnd().split('\n'))
    .filter((line) => line.trim() !== '' && line.trim() !== '…' && !isPrinted(line));
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The words of a command line, without the part that starts the studio and what is said about it; in quotes a space is part of a word. */
const wordsOf = (command: string): string[] =>
  [
    ...command
      .replace('npm run -s studio -- ', '')
      .replace(/ +# .*/, '')
      .matchAll(/(?:"[^"]*"|'[^']*'|\S)+/g),
  ].map(([word]) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));

/** Puts lines behind the list that begins with a line. */
function insert(file: string, after: string, text: string): void {
  const whole = readFileSync(file, 'utf8');
  const from = whole.indexOf(`${after}\n`) + after.length + 1;
  const ends = /^(?! {4}|$)/m.exec(whole.slice(from))?.index ?? whole.length - from;
  const list = whole.slice(from, from + ends).trimEnd();
  writeFileSync(file, `${whole.slice(0, from)}${list}\n${text}${whole.slice(from + ends)}`);
}
