import type { Problem } from '../../sim-core/contract/errors.ts';
import type { FinishedBatch } from './run-batch.ts';
import { problemText, tell } from './terminal.ts';

/** Says which seeds are missing and why (seeds that failed alike together), and what became of the others. */
export function tellShortfall(
  { batch, cancelled }: FinishedBatch,
  seeds: readonly string[],
  kept: string,
): void {
  const alike = new Map<string, { readonly problem: Problem; readonly seeds: string[] }>();
  for (const { seed, problem } of batch.failures) {
    const key = `${problem.code} ${problem.message.replace(/\d+/g, '0')}`;
    const group = alike.get(key) ?? { problem, seeds: [] };
    group.seeds.push(seed);
    alike.set(key, group);
  }
  for (const { problem, seeds: failed } of alike.values()) {
    const who = failed.length === 1 ? `Seed ${failed[0]}` : `${failed.length} seeds (${listed(failed)})`;
    const { where, ...rest } = problem;
    const place = where === undefined ? '' : ` (${where})`;
    tell(problemText({ ...rest, message: `${who} failed: ${problem.message}${place}` }));
  }
  const why = cancelled ? 'The run was cancelled: ' : '';
  tell(`${why}${batch.seeds.length} of ${seeds.length} seeds finished. ${kept}`);
}

const listed = (seeds: readonly string[]): string =>
  seeds.length <= 6 ? seeds.join(', ') : `${seeds.slice(0, 5).join(', ')} … ${seeds.at(-1)}`;
