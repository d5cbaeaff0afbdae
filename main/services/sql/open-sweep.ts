import path from 'node:path';
import { z } from 'zod';
import { parseMeasure } from '../../../sim-core/analysis/measure.ts';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { TableColumn } from '../../../sim-core/results/tables/result-table.ts';
import { sweepColumns } from '../experiments/sweep-table.ts';
import type { FoundResult } from './find-results.ts';

/** What a sweep brings to the database. */
export interface SweepSource {
  readonly sweep: string;
  readonly scenario: string;
  /** False where it was cut off, or goes on: its last line may be half written. */
  readonly complete: boolean;
  readonly file: string;
  readonly columns: readonly TableColumn[];
}

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const factor = z.object({
  path: z.string(),
  values: z.array(z.string()).optional(),
  unit: z.string().optional(),
});
const manifest = z.object({
  complete: z.boolean(),
  scenario: z.object({ id: z.string() }),
  design: z.object({ factors: z.array(factor) }),
  measures: z.array(z.string()),
});

export const isSweepFormat = (format: string): boolean => format.startsWith('depin-studio/sweep/');

/** `sweep.csv` beside a manifest: a factor is a column of numbers where all that is tried are plain numbers. Throws `result.manifest`. */
export function openSweep({ run, folder, manifest: json }: FoundResult): SweepSource {
  const read = manifest.safeParse(json);
  if (!read.success) throw unreadable(path.join(folder, 'manifest.json'));
  const { complete, scenario, design, measures } = read.data;
  const plain = new Set(
    design.factors.flatMap(({ path: name, values, unit }) =>
      (values ?? []).every((each) => number.test(each)) && unit === undefined ? [name] : [],
    ),
  );
  const named = measures.map((name) => ({ name, measure: parseMeasure(name) }));
  const paths = design.factors.map((each) => each.path);
  const columns = sweepColumns(paths, named).map(({ name, kind }): TableColumn => {
    const known = kind === 'factor' ? (plain.has(name) ? 'number' : 'text') : kind;
    return { name, kind: known, gaps: known === 'number' };
  });
  return { sweep: run, scenario: scenario.id, complete, file: path.join(folder, 'sweep.csv'), columns };
}

const unreadable = (where: string): StudioError =>
  new StudioError({
    code: 'result.manifest',
    message: `${where} is no manifest of a sweep.`,
    hint: 'Run the sweep again: what has run is kept.',
    where,
  });
