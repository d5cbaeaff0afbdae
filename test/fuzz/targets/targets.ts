import type { Target } from '../target.ts';
import { bundle } from './bundle.ts';
import { csv } from './csv.ts';
import { evidence } from './evidence.ts';
import { experiment } from './experiment.ts';
import { link } from './link.ts';
import { apiRoutes } from './routes.ts';
import { scenario } from './scenario.ts';
import { space } from './space.ts';

/** Every reader of what others wrote, by name: made when it is needed. */
export const targets: Readonly<Record<string, () => Target | Promise<Target>>> = {
  ...{ scenario, experiment, evidence, bundle, csv, space, link },
  routes: apiRoutes,
};
