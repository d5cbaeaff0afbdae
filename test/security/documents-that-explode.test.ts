// Small texts that stand for large ones, given to every reader of YAML and of tables.
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, it } from 'vitest';
import { csvRows } from '../../main/services/experiments/calibrate/csv-rows.ts';
import { readDraft } from '../../main/services/publish/draft/read-draft.ts';
import { readTable } from '../../main/services/results/read-table.ts';
import { parseEvidence } from '../../sim-core/evidence/parse-evidence.ts';
import { parseExperiment } from '../../sim-core/scenario/experiment/parse-experiment.ts';
import { parseOverlay } from '../../sim-core/scenario/overlay.ts';
import { readCsv } from '../../sim-core/scenario/read-csv.ts';
import { parseSmall } from '../small-scenario.ts';

const letters = [...'abcdefghij'];
const laughs = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...letters.slice(1).map((name, at) => `${name}: &${name} [${Array(9).fill(`*${letters[at]}`).join(', ')}]`),
].join('\n');

const bombs: readonly (readonly [string, string])[] = [
  ['a billion laughs', laughs],
  ['a reference to itself', 'a: &a [*a]'],
  ['a merge of itself', 'a: &a {<<: *a}'],
  ['deep brackets', '['.repeat(200_000)],
  ['deep mappings in a line', 'a: '.repeat(100_000)],
  ['deep lists in a line', '- '.repeat(100_000)],
  ['an open quotation mark', `a: "${'x\n'.repeat(100_000)}`],
  ['a long line that is no YAML', `a: b: ${'x'.repeat(500_000)}`],
];

it.each(bombs)('%s is refused by every reader of YAML', (_, text) => {
  const scenario = parseSmall(text);
  const experiment = parseExperiment('x.yaml', text);
  const overlay = parseOverlay('x.yaml', text);
  expect([scenario.ok, experiment.ok, overlay.ok]).toEqual([false, false, false]);
  expect(() => readDraft(`---\n${text}\n---\n# T\n`, {}, 'x.md')).toThrow(
    expect.objectContaining({ code: 'draft.unreadable' }),
  );
});

it('a quotation mark that is never closed is read in one pass', () => {
  const rows = csvRows('x.csv', `date,price\n"${'2024-01-01,1\n'.repeat(200_000)}`);
  expect(rows.ok).toBe(false);
});

it('a cell of a million quotation marks is read in one pass', () => {
  const rows = csvRows('x.csv', `date,price\nx${'a"'.repeat(1_000_000)},1\n`);
  expect(rows.ok).toBe(true);
});

it('a header of a hundred thousand columns is read in one pass', () => {
  const header = Array.from({ length: 200_000 }, (_, index) => `c${index}`).join(',');
  expect(readCsv('x.csv', `${header}\n`).ok).toBe(false);
});

it('a table that says it has more rows than fit is refused before there is room for them', async () => {
  const column = (name: string) => ({ name, data: new Float64Array(2_000_000), type: 'DOUBLE' as const });
  const bytes = Buffer.from(
    parquetWriteBuffer({ columnData: ['a', 'b', 'c'].map(column), rowGroupSize: 4_000_000 }),
  );
  // The number of rows as the footer spells it (zigzag, base 128), and a larger one of as many bytes.
  const [few, many] = [Buffer.of(0x80, 0x92, 0xf4, 0x01), Buffer.of(0xfe, 0xff, 0xff, 0x7f)];
  const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
  for (let at = bytes.indexOf(few, footer); at >= 0; at = bytes.indexOf(few, at + 1)) many.copy(bytes, at);
  await expect(readTable('parquet', bytes, 'x.parquet')).rejects.toMatchObject({
    code: 'result.damaged',
    message: expect.stringContaining('more than fit here'),
  });
});

it('a proposal of a million lines of evidence is refused at once', () => {
  const text = `\`\`\`depin-evidence\n${'claim x\n'.repeat(1_000_000)}\`\`\`\n`;
  expect(parseEvidence(text).ok).toBe(false);
});
