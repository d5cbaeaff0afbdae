import { z } from 'zod';
import { nothing, type RoutesOf } from '../route.ts';
import type { ProjectsApi, ProjectView } from './projects-api.ts';

const project: z.ZodType<ProjectView> = z.strictObject({
  folder: z.string(),
  name: z.string(),
  exists: z.boolean(),
});

export const projectRoutes: RoutesOf<ProjectsApi> = {
  'projects.current': {
    input: nothing,
    output: z.strictObject({ project, recent: z.array(project).readonly() }),
  },
  'projects.open': { input: z.strictObject({ folder: z.string().min(1).max(4000) }), output: project },
  'projects.choose': { input: nothing, output: z.strictObject({ folder: z.string().nullable() }) },
  'projects.revision': { input: nothing, output: z.strictObject({ revision: z.string() }) },
};
