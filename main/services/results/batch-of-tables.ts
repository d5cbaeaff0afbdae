import type { BatchResult, SeedResult } from '../../../sim-core/contract/run.ts';
import { sampleTicks } from '../../../sim-core/kernel/sampling.ts';
import { seedDigest } from '../../../sim-core/kernel/seed-digest.ts';
import type { Manifest } from '../../../sim-core/results/manifest.ts';
import { divisionsOf } from '../../../sim-core/results/tables/breakdowns-table.ts';
import { nativeDigest } from '../native-digest.ts';
import type { ReadTable } from './kept-table.ts';

/** The batch that a manifest and its tables describe. Throws an `Error` that says in what they differ. */
export function batchOfTables(manifest: Manifest, metrics: ReadTable, breakdowns: ReadTable): BatchResult {
  const { spec, results, digest, failures, verdicts } = manifest;
  const samples = sampleTicks(spec.ticks);
  const seeds = results.map(({ seed, digest }, index): SeedResult => {
    const columns = columnsOf(manifest, metrics, index);
    const broken = samplesOf(manifest, breakdowns, index, samples.length);
    const model = {
      id: spec.model ?? `${spec.id}@${spec.version}`,
      startDay: spec.startDay,
      metrics: manifest.metrics,
      breakdowns: manifest.breakdowns,
    };
    if (seedDigest(model, columns, broken, nativeDigest) !== digest)
      throw new Error(`seed ${seed} has other numbers`);
    return { seed, digest, columns, breakdowns: broken };
  });
  return {
    metrics: manifest.metrics,
    breakdowns: manifest.breakdowns,
    sampleTicks: samples,
    startDay: spec.startDay,
    ticks: spec.ticks,
    seeds,
    failures,
    verdicts,
    digest,
  };
}

/** Columns of the seed at a place: views into the table, whose rows are in the order of seeds. */
function columnsOf({ metrics, results, spec }: Manifest, table: ReadTable, index: number) {
  expectRows('metrics', table, results.length * spec.ticks);
  return metrics.map(({ id }) => numbersOf(table, id).subarray(index * spec.ticks, (index + 1) * spec.ticks));
}

/** Samples of the seed at a place, groups of one division side by side, as the kernel gave them. */
function samplesOf({ breakdowns, results }: Manifest, table: ReadTable, index: number, samples: number) {
  const divisions = divisionsOf(breakdowns);
  const width = divisions.reduce((sum, { groups }) => sum + groups.length, 0);
  expectRows('breakdowns', table, results.length * samples * width);
  return breakdowns.map(({ id, by, groups }) => {
    const values = numbersOf(table, id);
    const before = divisions.slice(
      0,
      divisions.findIndex((each) => each.by === by),
    );
    const first = before.reduce((sum, each) => sum + each.groups.length, 0);
    const own = new Float64Array(samples * groups.length);
    for (let sample = 0; sample < samples; sample += 1) {
      const from = (index * samples + sample) * width + first;
      own.set(values.subarray(from, from + groups.length), sample * groups.length);
    }
    return own;
  });
}

function numbersOf(table: ReadTable, name: string): Float64Array {
  const cells = table.cells.get(name);
  if (cells?.kind === 'number') return cells.values;
  if (table.rows === 0) return new Float64Array();
  throw new Error(`the column ${name} is missing`);
}

function expectRows(name: string, { rows }: ReadTable, expected: number): void {
  if (rows !== expected) throw new Error(`${name} has ${rows} rows instead of ${expected}`);
}
