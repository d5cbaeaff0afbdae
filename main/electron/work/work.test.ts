import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import type { JobView } from '../../api/jobs/jobs-api.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import { wordsFor } from './ask-before-quit.ts';
import { followJobs } from './follow-jobs.ts';
import { notifyEnd } from './notify-end.ts';
import { createResumption } from './resume-jobs.ts';
import { progressOf } from './show-progress.ts';
import { createWorkList } from './work.ts';

const notified: object[] = [];
const looksAt: { window: object | null } = { window: null };
vi.mock('electron', () => ({
  app: {},
  dialog: {},
  BrowserWindow: { getFocusedWindow: () => looksAt.window, getAllWindows: () => [] },
  Notification: class {
    static isSupported = () => true;
    readonly #options: object;
    constructor(options: object) {
      this.#options = options;
    }
    on() {}
    show() {
      notified.push(this.#options);
    }
  },
}));

const job = (id: string, state: JobView['state'], runs = 5): JobView => ({
  ...{ id, kind: 'sweep', title: `Title of ${id}`, scenario: 'mine', state, startedAt: 0, results: 0 },
  ...{ progress: { runs, of: 10, stored: 0 }, command: '' },
});
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

it('counts what runs, and means over it', () => {
  const work = createWorkList();
  work.setJobs([job('sweep-1', 'running'), job('sweep-2', 'queued', 0), job('sweep-3', 'done', 10)]);
  work.setRuns([{ id: 'sweep-1', title: 'A run', share: 1 }]);
  expect(work.now().map(({ id, share }) => [id, share])).toEqual([
    ['sweep-1', 0.5],
    ['sweep-2', 0],
    ['page:sweep-1', 1],
  ]);
  expect(progressOf(work.now())).toBe(0.5);
  expect(progressOf([])).toBe(-1);
  expect(progressOf([{ id: 'x', title: 'x', since: 0, resumes: true }])).toBe(2);
});

it('says what becomes of what runs', () => {
  const work = createWorkList();
  work.setJobs([job('sweep-1', 'running')]);
  expect(wordsFor(work.now())).toEqual({
    message: 'Still computing: Title of sweep-1.',
    detail: 'Experiments go on from what is kept when the studio is opened again.',
  });
});

it('notifies of long work that ends while the person looks elsewhere', () => {
  let time = 0;
  const clock = () => time;
  const work = createWorkList(clock);
  notifyEnd({ work, show() {}, clock });
  const runFor = (ms: number) => {
    work.setJobs([job('sweep-1', 'running', 1)]);
    time += ms;
    work.setJobs([job('sweep-1', 'running', 9)]);
    work.setJobs([job('sweep-1', 'done', 10)]);
  };
  runFor(1000);
  expect(notified).toEqual([]);
  runFor(60_000);
  expect(notified).toEqual([{ title: 'DePIN Studio', body: 'Title of sweep-1 has ended.' }]);
  looksAt.window = {};
  runFor(60_000);
  expect(notified).toHaveLength(1);
});

it('looks at experiments as long as one runs', async () => {
  vi.useFakeTimers();
  try {
    const states: JobView['state'][] = ['queued', 'running', 'done', 'done'];
    let looks = 0;
    const work = createWorkList();
    const called = followJobs({ work, list: async () => [job('sweep-1', states[looks++] ?? 'done')] });
    called('scenarios.list');
    await vi.advanceTimersByTimeAsync(5000);
    expect(looks).toBe(0);
    called('jobs.start');
    await vi.advanceTimersByTimeAsync(1500);
    expect(work.now()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect({ looks, left: work.now() }).toEqual({ looks: 3, left: [] });
  } finally {
    vi.useRealTimers();
  }
});

it('lines up again what ran when the studio was closed, once and in its project only', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-resume-'));
  folders.push(folder);
  const resumed: string[] = [];
  let open = '/projects/mine';
  const resumption = createResumption(nodeFiles, folder, {
    async 'jobs.resume'({ id }) {
      if (id === 'gone') throw new Error('gone');
      resumed.push(id);
      return job(id, 'queued');
    },
    'projects.current': async () => ({ project: { folder: open, name: 'mine', exists: true }, recent: [] }),
  });
  await resumption.keep(['sweep-1', 'gone', 'sweep-2']);
  expect(await resumption.resume()).toBe(2);
  expect(await resumption.resume()).toBe(0);
  expect(resumed).toEqual(['sweep-1', 'sweep-2']);
  await resumption.keep(['sweep-3']);
  open = '/projects/other';
  expect(await resumption.resume()).toBe(0);
});
