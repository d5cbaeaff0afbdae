import { concentration } from './concentration.ts';
import { cost } from './cost.ts';
import { coverage } from './coverage.ts';
import { fraud } from './fraud.ts';
import { market } from './market.ts';
import { network } from './network.ts';
import { providers } from './providers.ts';
import { resilience } from './resilience.ts';
import { supply } from './supply.ts';
import { sustainability } from './sustainability.ts';
import type { WorldMetric } from './world-metric.ts';

/** Every metric, in the order of columns in files. */
export const metrics: readonly WorldMetric[] = [
  ...market,
  ...supply,
  ...network,
  ...providers,
  ...sustainability,
  ...concentration,
  ...cost,
  ...coverage,
  ...fraud,
  ...resilience,
];
