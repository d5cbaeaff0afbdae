import path from 'node:path';
import { z } from 'zod';
import type { StudioApi } from '../../api/studio-api.ts';
import type { Files } from '../../ports/files.ts';
import { jsonIn } from '../../services/json-in.ts';

const left = z.strictObject({ project: z.string(), jobs: z.array(z.string()).max(1000) });

type Api = Pick<StudioApi, 'jobs.resume' | 'projects.current'>;

/** Experiments that ran when the person closed the studio, kept until it is open again. After a crash there are none: those wait. */
export function createResumption(files: Files, userFolder: string, api: Api) {
  const file = path.join(userFolder, 'resume.json');
  const openProject = async () => (await api['projects.current']({})).project.folder;
  return {
    async keep(jobs: readonly string[]): Promise<void> {
      if (jobs.length === 0) return;
      await files.makeFolder(userFolder);
      await files.write(file, `${JSON.stringify({ project: await openProject(), jobs })}\n`);
    },
    /** Lines them up again, each where it stopped; returns how many. */
    async resume(): Promise<number> {
      const content = await files.read(file, 1024 * 1024);
      if (content.kind !== 'bytes') return 0;
      await files.remove(file);
      const kept = left.safeParse(jsonIn(content.bytes));
      if (!kept.success || kept.data.project !== (await openProject())) return 0;
      let resumed = 0;
      for (const id of kept.data.jobs) {
        // One that was removed meanwhile, on the command line for instance.
        const view = await api['jobs.resume']({ id }).catch(() => undefined);
        if (view !== undefined) resumed += 1;
      }
      return resumed;
    },
  };
}
