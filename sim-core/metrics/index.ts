import { money } from './money.ts';
import { network } from './network.ts';
import { providers } from './providers.ts';
import type { WorldMetric } from './world-metric.ts';

/** Every metric, in the order of columns in files. */
export const metrics: readonly WorldMetric[] = [...money, ...network, ...providers];
