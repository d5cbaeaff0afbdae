import type { Found } from './try-inputs.ts';

/** What came of one target. */
export interface Tried {
  readonly name: string;
  readonly inputs: number;
  readonly found: readonly Found[];
  readonly seconds: number;
  /** Most memory that the process ever held, in MB. */
  readonly peakMb: number;
  readonly slowestMs: number;
}

const thousands = (value: number): string => value.toLocaleString('en');

/** A table with a row a reader. */
export function fuzzTable(tried: readonly Tried[]): string {
  const rows = [...tried].sort((one, other) => (one.name < other.name ? -1 : 1));
  const inputs = rows.reduce((sum, row) => sum + row.inputs, 0);
  const found = rows.reduce((sum, row) => sum + row.found.length, 0);
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |\n`;
  return [
    row(['reader', 'inputs', 'found', 'slowest input, ms', 'most memory, MB', 'seconds']),
    row(['---', '--:', '--:', '--:', '--:', '--:']),
    ...rows.map((each) =>
      row([
        ...[each.name, thousands(each.inputs), each.found.length, each.slowestMs, each.peakMb],
        thousands(each.seconds),
      ]),
    ),
    row(['all', thousands(inputs), found, '', '', '']),
  ].join('');
}
