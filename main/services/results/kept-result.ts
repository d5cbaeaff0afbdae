import type { BatchResult } from '../../../sim-core/contract/run.ts';
import type { Manifest } from '../../../sim-core/results/manifest.ts';

/** What is known only where a run was written with its manifest. */
type OfTheRun = 'startedAt' | 'durationMs' | 'command' | 'versions';

/** A result that was kept, read back and found to be what its digests say. */
export interface KeptResult {
  readonly folder: string;
  readonly manifest: Omit<Manifest, OfTheRun> & Partial<Pick<Manifest, OfTheRun>>;
  readonly batch: BatchResult;
}
