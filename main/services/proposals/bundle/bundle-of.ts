import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import type { BundleContent, RunDigests } from './bundle-content.ts';
import { fanTable } from './fan-table.ts';
import { type WrittenBundle, writeBundle } from './write-bundle.ts';

/** What was run, and what came of it. */
export interface BundleOrder extends Pick<BundleContent, 'base' | 'proposal' | 'code' | 'experiment'> {
  readonly engine: { readonly version: string; readonly id: string };
  /** As `1..200`. */
  readonly seeds: string;
  readonly runs: { readonly base: BatchResult; readonly proposal: BatchResult };
  /** Of the specs that were run. */
  readonly specDigests: { readonly base: string; readonly proposal: string };
}

/** The bundle of a comparison: who makes it of the same runs again makes the same bytes, and by that checks its name. */
export function bundleOf({ engine, seeds, runs, specDigests, ...content }: BundleOrder): WrittenBundle {
  const digestsOf = (of: 'base' | 'proposal'): RunDigests => ({
    specDigest: specDigests[of],
    digest: runs[of].digest,
    seeds: runs[of].seeds.map(({ seed, digest }) => ({ seed, digest })),
  });
  return writeBundle({
    ...content,
    manifest: { engine, seeds, runs: { base: digestsOf('base'), proposal: digestsOf('proposal') } },
    metrics: fanTable(runs),
  });
}
