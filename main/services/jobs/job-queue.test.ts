import { describe, expect, it } from 'vitest';
import type { Files } from '../../ports/files.ts';
import { cancelled } from '../experiments/cancelled.ts';
import { createJobQueue, type LiveJob } from './job-queue.ts';

/** One point so far, of none. */
const soFar = () => ({ kind: 'sweep', rows: [] }) as never;

/** A disk that takes its time over some writes: which ones the test says. */
function slowDisk() {
  const states: string[] = [];
  let slow: ((file: string, text: string) => boolean) | undefined;
  let goOn = (): void => undefined;
  const write = async (file: string, content: unknown): Promise<void> => {
    const text = String(content);
    if (file.endsWith('job.json')) states.push(/"state": "(\w+)"/.exec(text)?.[1] ?? '');
    if (slow?.(file, text) !== true) return;
    slow = undefined;
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  };
  return {
    files: { write } as unknown as Files,
    states,
    slowAt: (which: typeof slow) => {
      slow = which;
    },
    goOn: () => goOn(),
  };
}

const soon = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve, 5));

function started() {
  const disk = slowDisk();
  let stop = (): void => undefined;
  const queue = createJobQueue({
    files: disk.files,
    prepare: async () => ({
      ...{ document: undefined as never, points: 1, runs: 1, because: '', notes: [] },
      async run({ told }) {
        told(soFar);
        return await new Promise((_, reject) => {
          stop = () => reject(cancelled(true));
        });
      },
    }),
    optionsFor: async () => ({}) as never,
    gone: async () => undefined,
  });
  const job: LiveJob = {
    ...{ project: '/project', soFar: undefined, counted: undefined, control: undefined, wanted: undefined },
    kept: {
      ...{ id: 'sweep-1', kind: 'sweep', scenario: 'small', title: 'Supply', state: 'queued', startedAt: 0 },
      ...{ results: 0, progress: { runs: 0, of: 1, stored: 0 }, asked: undefined as never },
    },
  };
  return { ...disk, queue, job, stop: () => stop() };
}

describe('a job that is paused and resumed at once is never said to be paused again', () => {
  it('when its runs stop while it is being lined up', async () => {
    const { queue, job, stop, states, slowAt, goOn } = started();
    await queue.lineUp(job);
    await soon();
    await queue.stop(job, 'paused');
    slowAt((_, text) => text.includes('"queued"'));
    const linedUp = queue.lineUp(job);
    stop();
    await soon();
    goOn();
    await linedUp;
    await soon();
    expect(states).toEqual(['queued', 'running', 'queued', 'queued', 'running']);
  });

  it('when it is lined up while what it gave is being kept', async () => {
    const { queue, job, stop, states, slowAt, goOn } = started();
    await queue.lineUp(job);
    await soon();
    slowAt((file) => file.endsWith('result.json'));
    await queue.stop(job, 'paused');
    stop();
    await soon();
    await queue.lineUp(job);
    goOn();
    await soon();
    expect(states).toEqual(['queued', 'running', 'queued', 'queued', 'running']);
  });

  it('and is paused when that is all that was asked', async () => {
    const { queue, job, stop, states } = started();
    await queue.lineUp(job);
    await soon();
    await queue.stop(job, 'paused');
    stop();
    await soon();
    expect(states).toEqual(['queued', 'running', 'paused']);
  });
});

it.each(['paused', 'cancelled', 'removed'] as const)(
  'does not run what is %s while it is lined up',
  async (wanted) => {
    const { queue, job, states, slowAt, goOn } = started();
    slowAt((_, text) => text.includes('"queued"'));
    const linedUp = queue.lineUp(job);
    await queue.stop(job, wanted);
    goOn();
    await linedUp;
    await soon();
    expect(states).toEqual(wanted === 'removed' ? ['queued'] : ['queued', wanted]);
  },
);
