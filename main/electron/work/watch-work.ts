import type { BrowserWindow } from 'electron';
import type { StudioApi } from '../../api/studio-api.ts';
import type { RunNews } from '../../api/window/window-api.ts';
import type { Files } from '../../ports/files.ts';
import { askBeforeQuit } from './ask-before-quit.ts';
import { followJobs } from './follow-jobs.ts';
import { notifyEnd } from './notify-end.ts';
import { createResumption } from './resume-jobs.ts';
import { showProgress } from './show-progress.ts';
import { stayAwake } from './stay-awake.ts';
import { createWorkList } from './work.ts';

interface Watching {
  readonly api: StudioApi;
  readonly files: Files;
  readonly userFolder: string;
  show(): void;
}

/** Everything that the desktop does because something is computed. */
export function watchWork({ api, files, userFolder, show }: Watching) {
  const work = createWorkList();
  const resumption = createResumption(files, userFolder, api);
  const called = followJobs({ work, list: () => api['jobs.list']({}) });
  showProgress(work);
  stayAwake(work);
  notifyEnd({ work, show });
  const guard: (window: BrowserWindow) => void = askBeforeQuit({
    work,
    leave: async (resuming) => await resumption.keep(resuming.map(({ id }) => id)).catch(() => {}),
  });
  return {
    called,
    guard,
    setRuns: (runs: readonly RunNews[]) => work.setRuns(runs),
    async resume(): Promise<void> {
      if ((await resumption.resume()) > 0) called('jobs.resume');
    },
  };
}
