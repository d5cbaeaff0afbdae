import type { RunRow } from '../../api/runs/runs-api.ts';

/** What a folder came to, and how it stood then. */
export interface IndexedRun {
  readonly stamp: string;
  /** Null where the folder holds no run. */
  readonly row: RunRow | null;
}
