import type { JobKind } from '../../api/jobs/experiment-asked.ts';
import { calibrateJob } from './kinds/calibrate-job.ts';
import { flipJob } from './kinds/flip-job.ts';
import { optimiseJob } from './kinds/optimise-job.ts';
import { sensitivityJob } from './kinds/sensitivity-job.ts';
import { sweepJob } from './kinds/sweep-job.ts';
import type { JobParts, PreparedJob } from './prepared-job.ts';

/** How each kind of experiment is prepared: everything that can be known to be wrong is thrown before anything runs. */
export const prepareJob: Readonly<Record<JobKind, (parts: JobParts) => Promise<PreparedJob>>> = {
  sweep: sweepJob,
  sensitivity: sensitivityJob,
  optimise: optimiseJob,
  calibrate: calibrateJob,
  flip: flipJob,
};
