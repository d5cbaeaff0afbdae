import type { BreakdownDescription } from '../../contract/breakdown.ts';
import type { BatchResult } from '../../contract/run.ts';
import { type Block, column, type ResultTable, repeated } from './result-table.ts';

/** What `breakdowns` is made of. */
export type BreakdownsOfBatch = Pick<BatchResult, 'breakdowns' | 'sampleTicks' | 'seeds' | 'startDay'>;

/** Quantities that are broken down, each once, in the order of columns in the file. */
export function quantitiesOf(breakdowns: readonly BreakdownDescription[]): readonly BreakdownDescription[] {
  return breakdowns.filter(({ id }, index) => breakdowns.findIndex((each) => each.id === id) === index);
}

/** Ways of dividing, in the order in which they come, each with its groups. */
export function divisionsOf(
  breakdowns: readonly BreakdownDescription[],
): readonly Pick<BreakdownDescription, 'by' | 'groups'>[] {
  return [...new Set(breakdowns.map(({ by }) => by))].map((by) => ({
    by,
    groups: breakdowns.find((each) => each.by === by)?.groups ?? [],
  }));
}

const keys = [column.tick, column.date, column.text('seed'), column.text('by'), column.text('group')];

/**
 * `breakdowns`: a row a seed, sampled tick and group (of `by` in the order in which they come, then groups), a column a
 * quantity; a cell is empty where a quantity is not broken down so.
 */
export const breakdownsTable = (batch: BreakdownsOfBatch): ResultTable => ({
  name: 'breakdowns',
  columns: [...keys, ...quantitiesOf(batch.breakdowns).map(({ id }) => column.number(id, true))],
  blocks: () => wideBlocks(batch),
});

function* wideBlocks(batch: BreakdownsOfBatch): Generator<Block> {
  const { breakdowns, sampleTicks, seeds } = batch;
  const divisions = divisionsOf(breakdowns);
  const labels = divisions.flatMap(({ by, groups }) => groups.map((group) => ({ by, group })));
  const rows = sampleTicks.length * labels.length;
  const heads = headsOf(batch, labels.length);
  const by = sampleTicks.flatMap(() => labels.map((label) => label.by));
  const group = sampleTicks.flatMap(() => labels.map((label) => label.group));
  for (const { seed, breakdowns: samples } of seeds) {
    const numbers = quantitiesOf(breakdowns).map(({ id }) => {
      const values = new Float64Array(rows).fill(Number.NaN);
      let first = 0;
      for (const division of divisions) {
        const size = division.groups.length;
        const from = samples[breakdowns.findIndex((each) => each.id === id && each.by === division.by)];
        for (let sample = 0; from !== undefined && sample < sampleTicks.length; sample += 1) {
          values.set(from.subarray(sample * size, (sample + 1) * size), sample * labels.length + first);
        }
        first += size;
      }
      return { kind: 'number', values } as const;
    });
    const texts = [by, group].map((values) => ({ kind: 'text', values }) as const);
    yield { rows, cells: [...heads, repeated(seed, rows), ...texts, ...numbers] };
  }
}

/** `breakdowns-tidy`: a row a seed, quantity, way of dividing, sampled tick and group; one column of values. */
export const tidyBreakdownsTable = (batch: BreakdownsOfBatch): ResultTable => ({
  name: 'breakdowns-tidy',
  columns: [...keys, column.text('quantity'), column.number('value', true)],
  blocks: () => tidyBlocks(batch),
});

function* tidyBlocks(batch: BreakdownsOfBatch): Generator<Block> {
  const { breakdowns, sampleTicks, seeds } = batch;
  for (const { seed, breakdowns: samples } of seeds) {
    for (const [index, { id, by, groups }] of breakdowns.entries()) {
      const rows = sampleTicks.length * groups.length;
      const values = samples[index] ?? new Float64Array(rows).fill(Number.NaN);
      yield {
        rows,
        cells: [
          ...headsOf(batch, groups.length),
          repeated(seed, rows),
          repeated(by, rows),
          { kind: 'text', values: sampleTicks.flatMap(() => groups) },
          repeated(id, rows),
          { kind: 'number', values },
        ],
      };
    }
  }
}

/** Tick and date of each row, where every sample has `size` rows. */
function headsOf({ sampleTicks, startDay }: BreakdownsOfBatch, size: number) {
  const ticks = Int32Array.from(sampleTicks.flatMap((tick) => new Array<number>(size).fill(tick)));
  const dates = ticks.map((tick) => startDay + tick);
  return [
    { kind: 'integer', values: ticks },
    { kind: 'day', values: dates },
  ] as const;
}
