import { execFileSync } from 'node:child_process';
import type { Figure } from './figures.ts';

/** A whole run in a process of its own: by the clock, start included. */
interface Whole {
  readonly seconds: number;
  readonly megabytes: number;
}

const tenMillionDays = 20;

/** A million providers over five years and ten millions over some days: whole runs of the shipped wireless scenario. */
export function large(root: string): readonly Figure[] {
  const million = whole(root, 1_000_000, 1826);
  const ten = whole(root, 10_000_000, tenMillionDays);
  const tenStart = whole(root, 10_000_000, 1);
  return [
    {
      name: 'wireless, 1e6 providers x 1826 days',
      value: million.seconds,
      unit: 's',
      bar: { atMost: 60 },
      note: 'on one core, start included; V8 compiles and collects on others',
    },
    {
      name: 'wireless, 1e6 providers x 1826 days, memory',
      value: million.megabytes,
      unit: 'MB resident',
      bar: { atMost: 1000 },
      note: 'whole process',
    },
    {
      name: 'wireless, 1e7 providers, a day',
      value: (ten.seconds - tenStart.seconds) / (tenMillionDays - 1),
      unit: 's',
      note: `of ${tenMillionDays}; ${tenStart.seconds.toFixed(1)} s until the first day is over`,
    },
    {
      name: 'wireless, 1e7 providers, memory',
      value: ten.megabytes,
      unit: 'MB resident',
      note: 'whole process',
    },
  ];
}

function whole(root: string, rows: number, ticks: number): Whole {
  const self = process.argv[1] ?? '';
  const args = [self, '--one', root, 'wireless', String(rows), String(ticks)];
  const begun = performance.now();
  const { megabytes } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  return { seconds: (performance.now() - begun) / 1000, megabytes };
}
