// Fifty of the faults of `npm run faults`, in a process of their own, where disks can be mounted that nobody else sees.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import type { Outcome } from './harness.ts';

interface Report {
  readonly outcomes: readonly Outcome[];
  readonly lacking: readonly string[];
}

function report(cases: number): Promise<Report> {
  const script = path.join(root, 'scripts/faults.mjs');
  const args = ['--cases', `${cases}`, '--luck', 'ci', '--at', '3', '--json'];
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('close', () => {
      try {
        resolve(JSON.parse(out));
      } catch {
        reject(new Error(`it ended without a report: ${err}`));
      }
    });
  });
}

it.skipIf(process.platform === 'win32')(
  'nothing that was committed is lost, whatever strikes and when',
  async () => {
    const { outcomes, lacking } = await report(50);
    const broken = outcomes.filter((outcome) => outcome.broken.length > 0);
    expect(broken).toEqual([]);
    const struck = outcomes.filter((outcome) => outcome.struck);
    expect(struck.length).toBeGreaterThanOrEqual(50);
    // Each kind of fault that this computer can have has struck.
    const kinds = new Set(struck.map(({ kind }) => kind));
    expect(kinds.size + lacking.length).toBe(7);
  },
  600_000,
);
