import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answer } from '../../main/api/answer.ts';
import type { JobAsked } from '../../main/api/jobs/experiment-asked.ts';
import type { JobDetail, JobView } from '../../main/api/jobs/jobs-api.ts';
import type { StudioApi } from '../../main/api/studio-api.ts';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { installationIn } from '../../main/services/installation.ts';
import { createStudio } from '../../main/services/studio.ts';
import { root } from '../../scripts/root.mjs';
import { StudioError } from '../../sim-core/contract/errors.ts';
import { small, start } from '../cli/studio.ts';

const temporary = mkdtempSync(path.join(tmpdir(), 'studio-jobs-'));
afterAll(() => rmSync(temporary, { recursive: true }));

let projects = 0;
function freshProject(): string {
  projects += 1;
  const folder = path.join(temporary, `project-${projects}`);
  cpSync(small, path.join(folder, 'scenarios/small'), { recursive: true });
  return folder;
}

const studioOn = (project: string, files = nodeFiles): StudioApi =>
  createStudio({
    installation: installationIn(root),
    door: 'memory',
    files,
    userFolder: path.join(temporary, 'person'),
    usualProject: project,
    project,
  });

/** As a page calls: what it sends and gets is checked. */
async function called<Name extends keyof StudioApi>(
  api: StudioApi,
  name: Name,
  input: Parameters<StudioApi[Name]>[0],
): Promise<Awaited<ReturnType<StudioApi[Name]>>> {
  const answered = await answer(api, name, input);
  if (!answered.ok) throw new Error(`${answered.problem.code}: ${answered.problem.message}`);
  // What the route of that name answers.
  return answered.value as Awaited<ReturnType<StudioApi[Name]>>;
}

const textOf = (project: string): string =>
  readFileSync(path.join(project, 'scenarios/small/scenario.yaml'), 'utf8');

const sweepOf = (project: string, values: readonly string[]): JobAsked => ({
  kind: 'sweep',
  scenario: 'small',
  text: textOf(project),
  experiment: {
    title: 'Supply',
    question: 'What does the supply do?',
    seeds: '1..3',
    measure: ['supply.circulating@end', 'providers.active@end'],
    design: { kind: 'factorial', parameters: { 'agents.token.supply': { values } } },
  },
});

async function until(api: StudioApi, id: string, holds: (job: JobView) => boolean): Promise<JobDetail> {
  for (let tries = 0; tries < 1200; tries++) {
    const detail = await called(api, 'jobs.get', { id });
    if (holds(detail.job)) return detail;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${id} is ${JSON.stringify((await called(api, 'jobs.get', { id })).job)}`);
}

const isDone = ({ state }: JobView): boolean => state === 'done' || state === 'failed';

describe('a sweep', async () => {
  const project = freshProject();
  const api = studioOn(project);
  const asked = sweepOf(project, ['1000000', '2000000', '4000000']);
  const estimate = await called(api, 'jobs.estimate', asked);
  const started = await called(api, 'jobs.start', asked);
  const { job, result, text } = await until(api, started.id, isDone);

  it('says beforehand what it costs and how it is answered', () => {
    expect(estimate).toMatchObject({ ok: true, cases: 3, runs: 9, stored: 0, atMost: false });
    expect(estimate).toMatchObject({ because: expect.stringContaining('the same 3 seeds') });
  });

  it('ends with a row for each case', () => {
    expect(job).toMatchObject({ id: 'sweep-1', state: 'done', progress: { runs: 9, of: 9, stored: 0 } });
    if (result?.kind !== 'sweep') throw new Error(`it is a ${result?.kind}`);
    expect(result.rows.map(({ point }) => point[0]?.written)).toEqual(['1000000', '2000000', '4000000']);
    const middles = result.rows.map(({ cells }) => (cells[0]?.kind === 'metric' ? cells[0].p50 : Number.NaN));
    expect((middles[1] ?? 0) - (middles[0] ?? 0)).toBeGreaterThan(900_000);
    expect(result.factors).toMatchObject([{ label: 'Supply at start', base: '1000000' }]);
  });

  it('is a file that the command line repeats without computing anything', async () => {
    expect(text).toContain('scenario: sweep-1/scenario.yaml');
    const { code, out, err } = await start(['experiment', 'experiments/sweep-1.yaml', '--json'], project)
      .done;
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(JSON.parse(out)).toMatchObject({ simulated: 0, stored: 9, finishedCases: 3 });
    const table = readFileSync(path.join(project, 'out/sweep-1/sweep.csv'), 'utf8');
    expect(readFileSync(path.join(project, 'experiments/sweep-1/sweep.csv'), 'utf8')).toBe(table);
  });

  it('costs nothing when it is asked again', async () => {
    expect(await called(api, 'jobs.estimate', asked)).toMatchObject({ runs: 9, stored: 9, bytes: 0 });
  });

  it('is there for the next studio, with its result', async () => {
    const later = studioOn(project);
    expect(await called(later, 'jobs.list', {})).toMatchObject([{ id: 'sweep-1', state: 'done' }]);
    expect((await called(later, 'jobs.get', { id: 'sweep-1' })).result).toEqual(
      JSON.parse(JSON.stringify(result)),
    );
  });

  it('leaves nothing behind but its runs when it is removed', async () => {
    await called(api, 'jobs.remove', { id: 'sweep-1' });
    expect(await called(api, 'jobs.list', {})).toEqual([]);
    expect(readdirSync(path.join(project, 'experiments'))).toEqual([]);
    expect(readdirSync(path.join(project, 'runs')).length).toBe(3);
  });
});

describe('jobs', () => {
  const many = Array.from({ length: 60 }, (_, i) => `${1_000_000 + i}`);

  it('run one at a time, and can be paused, resumed and cancelled', async () => {
    const project = freshProject();
    const api = studioOn(project);
    const first = await called(api, 'jobs.start', sweepOf(project, many));
    const second = await called(api, 'jobs.start', sweepOf(project, ['5000000']));
    expect(second.state).toBe('queued');
    await until(api, first.id, ({ results }) => results > 0);
    await called(api, 'jobs.pause', { id: first.id });
    await until(api, second.id, isDone);
    const paused = await called(api, 'jobs.get', { id: first.id });
    expect(paused.job.state).toBe('paused');
    expect(paused.result?.kind === 'sweep' && paused.result.rows.length).toBeGreaterThan(0);
    await called(api, 'jobs.resume', { id: first.id });
    const { job } = await until(api, first.id, isDone);
    expect(job).toMatchObject({ state: 'done', progress: { runs: 180, of: 180 } });
    expect(job.progress.stored).toBeGreaterThan(0);
  });

  it('that begin at once have folders of their own', async () => {
    const project = freshProject();
    const api = studioOn(project);
    const supplies = ['6000000', '7000000', '8000000'];
    const begun = await Promise.all(
      supplies.map((supply) => called(api, 'jobs.start', sweepOf(project, [supply]))),
    );
    expect(new Set(begun.map(({ id }) => id)).size).toBe(3);
    for (const [i, { id }] of begun.entries()) {
      const { job, result } = await until(api, id, isDone);
      expect(job.state).toBe('done');
      if (result?.kind !== 'sweep') throw new Error(`it is a ${result?.kind}`);
      expect(result.rows.map(({ point }) => point[0]?.written)).toEqual([supplies[i]]);
    }
  });

  it('that the disk has no room for are told, and can be resumed when there is', async () => {
    const project = freshProject();
    let room = false;
    const files = {
      ...nodeFiles,
      async write(...[file, content]: Parameters<typeof nodeFiles.write>) {
        if (!room && file.endsWith('job.json'))
          throw new StudioError({ code: 'file.no-room', message: 'The disk is full.' });
        await nodeFiles.write(file, content);
      },
    };
    const api = studioOn(project, files);
    await expect(called(api, 'jobs.start', sweepOf(project, ['1000000']))).rejects.toThrow('file.no-room');
    expect(await called(api, 'jobs.list', {})).toMatchObject([
      { id: 'sweep-1', state: 'failed', problem: { code: 'file.no-room' } },
    ]);
    room = true;
    await called(api, 'jobs.resume', { id: 'sweep-1' });
    expect((await until(api, 'sweep-1', isDone)).job.state).toBe('done');
  });

  it('that were cut off are paused when the studio comes back, and go on from what is kept', async () => {
    const project = freshProject();
    const { id } = await called(studioOn(project), 'jobs.start', sweepOf(project, ['1000000', '3000000']));
    await until(studioOn(project), id, ({ state }) => state !== 'queued');
    const file = path.join(project, 'experiments', id, 'job.json');
    for (let tries = 0; !readFileSync(file, 'utf8').includes('"done"') && tries < 400; tries++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    writeFileSync(file, readFileSync(file, 'utf8').replace('"done"', '"running"'));
    const later = studioOn(project);
    expect(await called(later, 'jobs.list', {})).toMatchObject([
      { state: 'paused', problem: { code: 'job.interrupted' } },
    ]);
    await called(later, 'jobs.resume', { id });
    const { job } = await until(later, id, isDone);
    expect(job).toMatchObject({ state: 'done', progress: { runs: 6, stored: 6 } });
    expect(job.problem).toBeUndefined();
  });

  it('say where in the form something is wrong', async () => {
    const project = freshProject();
    const asked = sweepOf(project, ['1', 'many']);
    expect(await called(studioOn(project), 'jobs.estimate', asked)).toMatchObject({
      ok: false,
      problems: [{ field: ['design', 'parameters', 'agents.token.supply'] }],
    });
    const measured = { ...asked.experiment, measure: ['providers.active@end', 'providers.activ@end'] };
    expect(
      await called(studioOn(project), 'jobs.estimate', {
        ...sweepOf(project, ['1000000']),
        experiment: { ...measured, design: sweepOf(project, ['1000000']).experiment.design ?? never() },
      }),
    ).toMatchObject({ ok: false, problems: [{ field: ['measure', '1'] }] });
  });
});

const never = (): never => {
  throw new Error('there is a design');
};

describe('a sensitivity analysis', () => {
  it('says what matters and whether parameters act together', async () => {
    const project = freshProject();
    const api = studioOn(project);
    const { id } = await called(api, 'jobs.start', {
      kind: 'sensitivity',
      scenario: 'small',
      text: textOf(project),
      experiment: {
        title: 'What moves the supply?',
        question: 'What moves the supply?',
        seeds: '1..2',
        measure: ['supply.circulating@end'],
        sensitivity: {
          factors: {
            'agents.token.supply': { min: 500_000, max: 2_000_000 },
            'agents.token.price': { min: 1, max: 4 },
          },
          budget: 60,
        },
      },
    });
    const { job, result } = await until(api, id, isDone);
    expect(job.problem).toBeUndefined();
    expect(result).toMatchObject({ kind: 'sensitivity', method: 'morris' });
    if (result?.kind !== 'sensitivity') throw new Error('it is none');
    expect(result.factors[0]).toMatchObject({ path: 'agents.token.supply', matters: true });
    expect(result.interaction).toMatch(/little interaction/);
  });
});

it('lists what can be varied and measured', async () => {
  const project = freshProject();
  const choices = await called(studioOn(project), 'jobs.choices', {
    scenario: 'small',
    text: textOf(project),
  });
  expect(choices.parameters.find(({ path: each }) => each === 'agents.token.supply')).toMatchObject({
    kind: 'number',
    value: 1_000_000,
    usual: { min: 500_000, max: 2_000_000, scale: 'log' },
    unsourced: false,
  });
  expect(choices.parameters.map(({ path: each }) => each)).toContain('agents.providers.hurdle.median');
  expect(choices.metrics.map(({ id }) => id)).toContain('providers.active');
});
