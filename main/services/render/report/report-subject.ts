import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import type { Manifest } from '../../../../sim-core/results/manifest.ts';

/** What a report is about. What only the door that ran it knows may be missing. */
export interface ReportSubject {
  readonly manifest: Omit<Manifest, OfTheRun> & Partial<Pick<Manifest, OfTheRun>>;
  readonly batch: BatchResult;
}

type OfTheRun = 'startedAt' | 'durationMs' | 'command' | 'versions';
