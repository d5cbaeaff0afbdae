import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { medianOf } from './figures.ts';

/**
 * Agent-steps a second of a C program that prints them first, given rows and ticks: the median of some rounds, built by gcc for this
 * machine. Undefined where gcc is not here.
 */
export function speedInC(source: string, rows: number, ticks: number, rounds: number): number | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'p1-'));
  try {
    const program = path.join(folder, 'p1');
    const options = ['-O3', '-march=native', source, '-lm', '-o', program];
    execFileSync('gcc', options, { stdio: 'ignore' });
    const once = (): number =>
      Number(execFileSync(program, [String(rows), String(ticks)], { encoding: 'utf8' }).split(' ')[0]);
    return medianOf(Array.from({ length: rounds }, once));
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
