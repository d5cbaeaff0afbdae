import type { Problem } from '../../../../sim-core/contract/errors.ts';

/** What a row can ask of the form; the same functions for all rows, so that a row is drawn anew only when it changes. */
export interface RowHands {
  write(path: string, written: string, because?: string): Promise<Problem | undefined>;
  resetToBase(path: string): void;
  resetToDefault(path: string): void;
  toggleLock(path: string): void;
}
