import path from 'node:path';
import { z } from 'zod';
import { quantileOfSorted } from '../../../sim-core/analysis/quantile.ts';
import type { BatchResult } from '../../../sim-core/contract/run.ts';
import type { ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import { canonicalJson, digestOf } from '../../../sim-core/kernel/canonical.ts';
import { scenarioCourse } from '../../api/scenarios/scenario-routes.ts';
import type { ScenarioCourse } from '../../api/scenarios/scenarios-api.ts';
import type { Files } from '../../ports/files.ts';
import { jsonIn } from '../json-in.ts';

/** Days that are kept: as many as a card of the Library can show. */
const points = 61;

/** What a card shows: how many take part; what the token is worth where a scenario has no providers. */
const telling = ['providers.active', 'market.price'] as const;

const storedCourse = z.object({ specDigest: z.string(), course: scenarioCourse });

/** Where the course of a scenario's file is stored, such as `course/free.json` for `free.yaml`. */
export const courseFile = (scenarioFile: string): string =>
  `course/${scenarioFile.replace(/\.ya?ml$/, '')}.json`;

/** What was stored of the scenario in a folder; undefined where nothing was, or where it is of another spec by now. */
export async function readCourse(
  files: Files,
  folder: string,
  scenarioFile: string,
  spec: ScenarioSpec,
): Promise<ScenarioCourse | undefined> {
  const content = await files.read(path.join(folder, ...courseFile(scenarioFile).split('/')), 64 * 1024);
  const read = content.kind === 'bytes' ? storedCourse.safeParse(jsonIn(content.bytes)) : undefined;
  return read?.success === true && read.data.specDigest === specDigestOf(spec) ? read.data.course : undefined;
}

/** The text of the file that holds what came of a spec. */
export function courseText(spec: ScenarioSpec, batch: BatchResult): string {
  const stored = { specDigest: specDigestOf(spec), course: courseOf(batch) };
  // A list of numbers stands in one line, everything else in a line of its own: a change is seen where it is.
  return `${JSON.stringify(stored, null, 2).replace(/\[[^\]]*\]/g, (list) => list.replace(/\s+/g, ' '))}\n`;
}

function courseOf({ metrics, seeds, ticks }: BatchResult): ScenarioCourse {
  const columns = telling.map((id) => metrics.findIndex((metric) => metric.id === id));
  const column = columns.find((at) => at >= 0) ?? 0;
  const described = metrics[column];
  if (described === undefined) throw new Error('a run reports no metric');
  const days = Array.from({ length: points }, (_, i) => Math.round((i * (ticks - 1)) / (points - 1)));
  const sorted = days.map((day) =>
    seeds
      .map((seed) => seed.columns[column]?.[day] ?? Number.NaN)
      .filter((value) => Number.isFinite(value))
      .sort((a, b) => a - b),
  );
  const line = (p: number) => sorted.map((values) => fourDigits(quantileOfSorted(values, p)));
  const { id: metric, title, unit } = described;
  const lines = { median: line(0.5), low: line(0.05), high: line(0.95) };
  return { metric, title, unit, seeds: seeds.length, ...lines };
}

const fourDigits = (value: number | null): number | null =>
  value === null ? null : Number(value.toPrecision(4));

/** As the engine names a spec. */
const specDigestOf = (spec: ScenarioSpec): string => digestOf(canonicalJson(spec));
