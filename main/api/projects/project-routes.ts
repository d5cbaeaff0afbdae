import { z } from 'zod';
import { named, nothing, problem, type RoutesOf } from '../route.ts';
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
  'projects.code': {
    input: nothing,
    output: z.strictObject({
      modules: z
        .array(z.strictObject({ name: z.string(), id: z.string(), text: z.string(), trusted: z.boolean() }))
        .readonly(),
      problems: z.array(problem).readonly(),
    }),
  },
  'projects.trust': { input: z.strictObject({ ids: z.array(named).max(200).readonly() }), output: nothing },
  'projects.revision': { input: nothing, output: z.strictObject({ revision: z.string() }) },
};
