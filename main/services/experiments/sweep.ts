import { createHash } from 'node:crypto';
import path from 'node:path';
import type { SeedFailure } from '../../../sim-core/contract/run.ts';
import { canonicalJson } from '../../../sim-core/kernel/canonical.ts';
import type { Files } from '../../ports/files.ts';
import type { NamedMeasure } from './measures.ts';
import { casesOf, type Plan } from './plan.ts';
import type { RunStore } from './run-store.ts';
import { type RunnerOptions, runCases } from './runner.ts';
import { type SweepRow, sweepHeader, sweepLine, sweepRow } from './sweep-table.ts';

/** What came of a sweep, as far as it got. */
export interface SweepOutcome {
  /** Over the digests of all cases that are over, in case order; of the whole sweep where all are. */
  readonly digest: string;
  readonly finishedCases: number;
  /** Seeds, by how they came to be over. */
  readonly simulated: number;
  readonly stored: number;
  readonly failed: number;
  /** The first failures, with the case they belong to. */
  readonly failures: readonly (SeedFailure & { readonly label: string })[];
  /** The first rows. */
  readonly rows: readonly SweepRow[];
}

/** A sweep that has not begun. */
export const nothingYet: SweepOutcome = {
  digest: `sha256:${createHash('sha256').digest('hex')}`,
  ...{ finishedCases: 0, simulated: 0, stored: 0, failed: 0, failures: [], rows: [] },
};

export interface SweepOptions extends RunnerOptions {
  readonly store: RunStore;
  readonly measures: readonly NamedMeasure[];
  /** Folder of `sweep.csv`. */
  readonly out: string;
}

/** Rows and failures that are remembered for the report; the others are in the file and the store. */
const mostRemembered = 100;

/** Runs the cases of a plan, each as a line of `sweep.csv` as soon as it and those before it are over. */
export async function sweep(files: Files, plan: Plan, options: SweepOptions): Promise<SweepOutcome> {
  const { store, measures, out } = options;
  const paths = plan.design.factors.map((factor) => factor.path);
  const table = await files.grow(path.join(out, 'sweep.csv'));
  const digest = createHash('sha256');
  const rows: SweepRow[] = [];
  const failures: (SeedFailure & { readonly label: string })[] = [];
  const total = { finishedCases: 0, simulated: 0, stored: 0, failed: 0 };
  try {
    await table.add(sweepHeader(paths, measures));
    for await (const result of runCases(casesOf(plan), { ...options, columns: true })) {
      const { case: its, specDigest, batch, simulated } = result;
      const measured = sweepRow(result, measures, store.nameOf(specDigest));
      await table.add(sweepLine(paths, measured));
      digest.update(`${canonicalJson({ specDigest, digest: result.digest })}\n`);
      total.finishedCases += 1;
      total.simulated += simulated;
      total.stored += batch.seeds.length - simulated;
      total.failed += measured.failed;
      if (rows.length < mostRemembered) rows.push(measured);
      for (const failure of batch.failures)
        if (failures.length < mostRemembered) failures.push({ ...failure, label: its.label });
    }
  } finally {
    await table.close();
  }
  return { digest: `sha256:${digest.digest('hex')}`, ...total, failures, rows };
}
