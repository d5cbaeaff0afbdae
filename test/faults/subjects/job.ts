import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { JobDetail, JobView } from '../../../main/api/jobs/jobs-api.ts';
import type { Fault, Told } from '../fault.ts';
import { filesIn } from '../files-in.ts';
import { bytesOf, measuring } from '../measure.ts';
import { openPage, type Page } from '../page.ts';
import type { StudioCopy } from '../studio-copy.ts';
import type { Scene, Subject } from '../subject.ts';

/** A sweep that the page starts: it is in the list whatever happens, and goes on to the numbers of an undisturbed one. */
export const job: Subject = {
  name: 'sweep of the page',
  kinds: [
    ...(['kill', 'full disk', 'read-only folder', 'cut connection'] as const),
    ...(['wrong clock', 'damaged file', 'no memory'] as const),
  ],
  async prepare(studio, folder) {
    mkdirSync(folder, { recursive: true });
    const scene = sceneIn(studio, path.join(folder, 'project'), '');
    const { fault, measured } = measuring(folder);
    const done = await scene.attempt(fault);
    if (!done.done) throw new Error(`undisturbed, a job fails: ${done.text}`);
    const rows = JSON.stringify(
      JSON.parse(readFileSync(path.join(folder, 'project/experiments/sweep-1/result.json'), 'utf8')).rows,
    );
    return {
      measured: measured(bytesOf(scene)),
      scene: async (place) => sceneIn(studio, place, rows),
    };
  },
};

/** What the page has been told of its job. */
interface Heard {
  id: string | undefined;
}

function sceneIn(studio: StudioCopy, folder: string, rows: string): Scene {
  const small = path.join(folder, 'scenarios/small');
  cpSync(studio.small, small, { recursive: true });
  const [runs, experiments] = [path.join(folder, 'runs'), path.join(folder, 'experiments')];
  for (const place of [runs, experiments]) mkdirSync(place, { recursive: true });
  const text = readFileSync(path.join(small, 'scenario.yaml'), 'utf8').replace(
    'rows: { value: 50,',
    'rows: { value: 300,',
  );
  const heard: Heard = { id: undefined };
  const asked = askedWith(text);
  return {
    writes: [runs, experiments],
    kept: () => [...filesIn(runs), ...filesIn(experiments)],
    attempt: (fault) => startOne(studio, folder, { asked, heard }, fault),
    async again(told, kind) {
      const broken: string[] = [];
      const page = await openPage(studio.cli, folder);
      try {
        const list = await page.call('jobs.list', {});
        const jobs = list.kind === 'value' ? (list.value as readonly JobView[]) : [];
        if (list.kind !== 'value') broken.push(`the list of jobs is lost: ${JSON.stringify(list)}`);
        const mine = jobs.find(({ id }) => id === heard.id);
        if (heard.id !== undefined && mine === undefined) broken.push(`${heard.id} is not in the list`);
        if (mine !== undefined && mine.state !== 'done' && mine.problem === undefined)
          broken.push(`it does not say why it is ${mine.state}`);
        const known = mine?.id ?? (await started(page, asked, broken));
        // What its threads could not do counts as over: as with damage, a person starts it anew.
        const anew = kind === 'damaged file' || kind === 'no memory';
        const last = await toTheEnd(page, known, anew ? asked : undefined);
        if (last?.job.state !== 'done')
          broken.push(`it does not go on: ${JSON.stringify(last?.job ?? 'it is gone')}`);
        else if (JSON.stringify(rowsOf(last)) !== rows)
          broken.push('its rows are not those of an undisturbed one');
        return { broken, said: `${told.text} ${JSON.stringify(mine?.problem ?? mine?.state ?? '')}` };
      } finally {
        await page.close();
      }
    },
  };
}

const askedWith = (text: string) => ({
  ...{ kind: 'sweep', scenario: 'small', text },
  experiment: {
    ...{
      title: 'Supply',
      question: 'What does the supply do?',
      seeds: '1..2',
      measure: ['market.price@end'],
    },
    design: {
      kind: 'factorial',
      parameters: { 'agents.token.supply': { values: ['1000000', '2000000', '4000000'] } },
    },
  },
});

const rowsOf = ({ result }: JobDetail): unknown => (result?.kind === 'sweep' ? result.rows : undefined);

async function started(page: Page, asked: unknown, broken: string[]): Promise<string> {
  const answer = await page.call('jobs.start', asked);
  if (answer.kind === 'value') return (answer.value as JobView).id;
  broken.push(`no other can be started: ${JSON.stringify(answer)}`);
  return '';
}

const isOver = ({ state }: JobView): boolean => !['queued', 'running'].includes(state);

/** The job once it is over; undefined where the studio answers no more. */
async function followed(page: Page, id: string): Promise<JobDetail | undefined> {
  for (;;) {
    const answer = await page.call('jobs.get', { id });
    if (answer.kind !== 'value') return undefined;
    const detail = answer.value as JobDetail;
    if (isOver(detail.job)) return detail;
    await pause(15);
  }
}

/** Resumes it, or has it run anew where its own files are damaged. */
async function toTheEnd(page: Page, id: string, anew: unknown): Promise<JobDetail | undefined> {
  const there = await followed(page, id);
  if (there?.job.state === 'done' && anew === undefined) return there;
  if (anew !== undefined) {
    const answer = await page.call('jobs.start', anew);
    return answer.kind === 'value' ? await followed(page, (answer.value as JobView).id) : undefined;
  }
  await page.call('jobs.resume', { id });
  return await followed(page, id);
}

interface Starting {
  readonly asked: unknown;
  readonly heard: Heard;
}

async function startOne(
  studio: StudioCopy,
  folder: string,
  { asked, heard }: Starting,
  fault: Fault,
): Promise<Told> {
  const page = await openPage(studio.cli, folder, fault);
  const said: string[] = [];
  const answer = await page.call('jobs.start', asked);
  let last: JobDetail | undefined;
  if (answer.kind === 'value') {
    heard.id = (answer.value as JobView).id;
    last = await followed(page, heard.id);
    const failed = last?.result?.kind === 'sweep' ? last.result.failures : undefined;
    said.push(JSON.stringify(last?.job.problem ?? ''), JSON.stringify(failed ?? ''));
  } else said.push(answer.kind === 'lost' ? answer.why : `${answer.problem.code}: ${answer.problem.message}`);
  await page.close();
  const { signal, err } = await page.program.ended;
  return { done: last?.job.state === 'done', text: [...said, err].join('\n'), signal };
}
