import { z } from 'zod';
import { exportRoutes } from './exports/export-routes.ts';
import { jobRoutes } from './jobs/job-routes.ts';
import { modelRoutes } from './model/model-routes.ts';
import { projectRoutes } from './projects/project-routes.ts';
import { proposalRoutes } from './proposals/proposal-routes.ts';
import { publishRoutes } from './publish/publish-routes.ts';
import { nothing, type RoutesOf } from './route.ts';
import { runRoutes } from './runs/run-routes.ts';
import { scenarioRoutes } from './scenarios/scenario-routes.ts';
import type { RouteName, StudioApi } from './studio-api.ts';

export type RouteInput<Name extends RouteName> = Parameters<StudioApi[Name]>[0];
export type RouteOutput<Name extends RouteName> = Awaited<ReturnType<StudioApi[Name]>>;

/** Every route of the studio. */
export const routes: RoutesOf<StudioApi> = {
  'studio.info': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      engineId: z.string(),
      door: z.enum(['desktop', 'browser', 'memory']),
    }),
  },
  ...projectRoutes,
  ...scenarioRoutes,
  ...modelRoutes,
  ...exportRoutes,
  ...runRoutes,
  ...jobRoutes,
  ...publishRoutes,
  ...proposalRoutes,
};
