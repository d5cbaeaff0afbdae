import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { textLiteral } from '../../main/ports/text-literal.ts';
import type { Figure } from './figures.ts';

const rounds = 3;
/** A million rows of some forty metrics: a thousand seeds of a thousand days of a network of a few. */
const run = [
  ...['run', 'blank-network', '--seeds', '1..1000', '--set', 'horizon=1000 day', '--format', 'parquet'],
  ...['--set', 'agents.providers.rows=20', '--set', 'agents.users.count=5', '--set', 'agents.cells.cells=20'],
];

/** `export` of a kept result to CSV, the whole command with its check of every digest, against DuckDB's COPY of the same table. */
export async function csvExport(root: string): Promise<readonly Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-bench-'));
  try {
    const at = (...parts: readonly string[]): string => path.join(folder, ...parts);
    const studio = (args: readonly string[]): void => {
      execFileSync(process.execPath, [path.join(root, 'dist/cli/cli.js'), ...args], { stdio: 'ignore' });
    };
    studio([...run, '--out', at('run')]);
    const exported = Array.from({ length: rounds }, () =>
      secondsOf(() => studio(['export', at('run'), '--format', 'csv', '--out', at('csv')])),
    );
    const copied = await copySeconds(at('run', 'metrics.parquet'), at('copy.csv'));
    const [own, theirs] = [Math.min(...exported), Math.min(...copied)];
    return [
      {
        name: 'export of 1,000,000 rows to CSV against DuckDB',
        value: own / theirs,
        unit: 'times',
        bar: { atMost: 2.5 },
        note: `${own.toFixed(1)} s, the whole command, and ${theirs.toFixed(1)} s, COPY alone`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function copySeconds(from: string, to: string): Promise<readonly number[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const copy = `copy (select * from read_parquet(${textLiteral(from)})) to ${textLiteral(to)} (format csv, header)`;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await connection.run(copy);
    times.push((performance.now() - begun) / 1000);
  }
  connection.closeSync();
  instance.closeSync();
  return times;
}

function secondsOf(work: () => void): number {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1000;
}
