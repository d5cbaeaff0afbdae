import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Fault, Told } from '../fault.ts';
import { filesIn } from '../files-in.ts';
import { bytesOf, measuring } from '../measure.ts';
import { openPage, type Page } from '../page.ts';
import type { StudioCopy } from '../studio-copy.ts';
import type { Scene, Subject } from '../subject.ts';

const saves = 5;
const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** Saves a scenario of a project from the page, again and again: it is the last that was acknowledged, or the one on its way. */
export const save: Subject = {
  name: 'save a scenario',
  kinds: ['kill', 'full disk', 'read-only folder', 'cut connection', 'wrong clock', 'damaged file'],
  async prepare(studio, folder) {
    mkdirSync(folder, { recursive: true });
    const scene = sceneIn(studio, path.join(folder, 'project'));
    const { fault, measured } = measuring(folder);
    const done = await scene.attempt(fault);
    if (!done.done) throw new Error(`undisturbed, a scenario is not saved: ${done.text}`);
    return {
      measured: measured(saves * bytesOf(scene)),
      scene: async (place) => sceneIn(studio, place),
    };
  },
};

/** Texts of the scenario that is saved. */
interface Texts {
  /** Acknowledged last. */
  saved: string;
  /** Sent without an answer. */
  underWay: string | undefined;
  at(turn: number): string;
  onDisk(): string;
}

function sceneIn(studio: StudioCopy, folder: string): Scene {
  const [small, mine] = [path.join(folder, 'scenarios/small'), path.join(folder, 'scenarios/mine')];
  for (const place of [small, mine]) cpSync(studio.small, place, { recursive: true });
  const file = path.join(mine, 'scenario.yaml');
  const original = readFileSync(file, 'utf8').replace('id: small', 'id: mine');
  const at = (turn: number) => original.replace('Does it run?', `Does it run ${turn} times?`);
  writeFileSync(file, at(0));
  const texts: Texts = { saved: at(0), underWay: undefined, at, onDisk: () => readFileSync(file, 'utf8') };
  const scenarios = path.join(folder, 'scenarios');
  return {
    writes: [mine, scenarios],
    kept: () => filesIn(scenarios),
    attempt: (fault) => saveMany(studio, folder, texts, fault),
    async again(told, kind) {
      const broken: string[] = [];
      const found = texts.onDisk();
      const page = await openPage(studio.cli, folder);
      const opened = await page.call('scenarios.open', { id: 'mine' });
      const list = await page.call('scenarios.list', {});
      if (list.kind !== 'value') broken.push(`the list of scenarios is lost: ${JSON.stringify(list)}`);
      if (kind === 'damaged file') {
        if (opened.kind === 'problem' && /^(defect|E[A-Z]+)$/.test(opened.problem.code))
          broken.push(`what is damaged is a fault of ours: ${JSON.stringify(opened.problem)}`);
      } else {
        if (![texts.saved, texts.underWay].includes(found))
          broken.push(`the file is not what was saved: ${found.slice(0, 80)}`);
        if (opened.kind !== 'value') broken.push(`what is saved cannot be opened: ${JSON.stringify(opened)}`);
        const last = await saveOver(page, texts.at(saves + 1), found);
        if (last.kind !== 'value') broken.push(`it cannot be saved again: ${JSON.stringify(last)}`);
      }
      await page.close();
      return { broken, said: `${told.text} ${JSON.stringify(opened).slice(0, 300)}` };
    },
  };
}

async function saveMany(studio: StudioCopy, folder: string, texts: Texts, fault: Fault): Promise<Told> {
  const page = await openPage(studio.cli, folder, fault);
  const said: string[] = [];
  for (let turn = 1; turn <= saves; turn++) {
    const text = texts.at(turn);
    const answer = await saveOver(page, text, texts.saved);
    if (answer.kind === 'value') texts.saved = text;
    if (answer.kind === 'problem') said.push(`${answer.problem.code}: ${answer.problem.message}`);
    if (answer.kind !== 'lost') continue;
    said.push(answer.why);
    // Nobody knows what became of it: a person looks before going on.
    texts.underWay = text;
    break;
  }
  await page.close();
  const { signal, err } = await page.program.ended;
  return { done: said.length === 0, text: [...said, err].join('\n'), signal };
}

const saveOver = (page: Page, text: string, before: string) =>
  page.call('scenarios.save', { id: 'mine', text, over: digestOf(before) });
