import { textLiteral } from '../../ports/text-literal.ts';
import type { SweepSource } from './open-sweep.ts';
import { csvRead } from './view-sql.ts';

/** The last cell is 64 hexadecimal digits. */
const wholeLines = ' where length(run) = 64';

/**
 * `sweeps`: the lines of every `sweep.csv` under the columns of all. A factor that is numbers in one sweep and words in another is text
 * in both. Of a sweep that goes on, a line that is half written is left out.
 */
export function sweepsSql(sources: readonly SweepSource[]): string {
  if (sources.length === 0)
    return 'create table sweeps (sweep varchar, scenario varchar, "case" integer, finished integer, failed integer, digest varchar, run varchar)';
  const reads = sources.map(
    ({ sweep, scenario, complete, file, columns }) =>
      `select ${textLiteral(sweep)} as sweep, ${textLiteral(scenario)} as scenario, * from ${csvRead(file, columns, !complete)}${complete ? '' : wholeLines}`,
  );
  return `create view sweeps as ${reads.join(' union all by name ')}`;
}
