import { StudioError, toProblem } from '../../../sim-core/contract/errors.ts';
import type { ProposalTask } from '../../api/proposals/proposals-api.ts';
import { type Counted, countRuns } from '../experiments/count-runs.ts';

/** What a task is given to say how far it is, and to hear that it is to end. */
export interface TaskHands {
  readonly signal: AbortSignal;
  readonly enough: AbortSignal;
  /** A part of so many runs begins. */
  begin(doing: string, runs: number): Counted;
  /** What is known so far. */
  tell(known: Pick<ProposalTask, 'text' | 'verification'>): void;
}

interface LiveTask {
  view: Omit<ProposalTask, 'runs' | 'of' | 'leftMs'>;
  counted: Counted;
  readonly control: AbortController;
  readonly enough: AbortController;
}

/** Older ones that are over are forgotten: nobody asks for them again. */
const mostKept = 20;

/** Tasks of this process that pages look at while they run. */
export function createTaskKeeper() {
  const tasks = new Map<string, LiveTask>();
  let count = 0;

  const find = (task: string): LiveTask => {
    const found = tasks.get(task);
    if (found !== undefined) return found;
    throw new StudioError({
      code: 'proposal.no-task',
      message: 'The studio was closed before this was over.',
      hint: 'Start it again: what has run is kept.',
    });
  };
  const viewOf = ({ view, counted }: LiveTask): ProposalTask => {
    const { runs, of, leftMs } = counted.now();
    const left = view.state === 'running' && leftMs !== undefined ? { leftMs } : {};
    return { ...view, runs, of, ...left };
  };

  return {
    start(
      kind: ProposalTask['kind'],
      work: (hands: TaskHands) => Promise<Pick<ProposalTask, 'text' | 'verification' | 'fork' | 'outcome'>>,
    ): ProposalTask {
      count += 1;
      const live: LiveTask = {
        view: { task: `${kind}-${count}`, kind, state: 'running', doing: 'Reading' },
        counted: countRuns(0),
        control: new AbortController(),
        enough: new AbortController(),
      };
      tasks.set(live.view.task, live);
      for (const [id, { view }] of [...tasks].slice(0, -mostKept))
        if (view.state !== 'running') tasks.delete(id);
      const end = (change: Partial<ProposalTask>) => {
        // One that was cancelled stays so, whatever its last steps came to.
        if (live.view.state === 'running') live.view = { ...live.view, ...change };
      };
      work({
        signal: live.control.signal,
        enough: live.enough.signal,
        begin(doing, runs) {
          live.view = { ...live.view, doing };
          live.counted = countRuns(runs);
          return live.counted;
        },
        tell: (known) => end(known),
      }).then(
        (known) => end({ ...known, state: 'done' }),
        (thrown: unknown) => end({ state: 'failed', problem: toProblem(thrown) }),
      );
      return viewOf(live);
    },
    get: (task: string): ProposalTask => viewOf(find(task)),
    finish(task: string): ProposalTask {
      const live = find(task);
      live.enough.abort();
      return viewOf(live);
    },
    cancel(task: string): ProposalTask {
      const live = find(task);
      live.control.abort();
      if (live.view.state === 'running') live.view = { ...live.view, state: 'cancelled' };
      return viewOf(live);
    },
  };
}
