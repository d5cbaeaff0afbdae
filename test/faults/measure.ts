import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Fault, Measured, Site } from './fault.ts';
import { preload } from './kinds/preload.ts';

/** A fault that is none: what is done under it is counted. */
export function measuring(folder: string): {
  readonly fault: Fault;
  /** What was counted, once the attempt is over; `bytes` is what it wrote. */
  measured(bytes: number): Measured;
} {
  const file = path.join(folder, 'steps');
  let from = 0;
  let ms = 0;
  return {
    fault: {
      how: 'undisturbed',
      env: preload('step', { STUDIO_FAULT_COUNT: file }),
      started(child) {
        from = performance.now();
        child.on('exit', () => {
          ms = performance.now() - from;
        });
      },
      lift: async () => {},
      struck: () => false,
    },
    measured: (bytes) => ({ steps: Number(readFileSync(file, 'utf8')), ms, bytes }),
  };
}

/** Sizes of what a site keeps, together. */
export const bytesOf = (site: Site): number =>
  site.kept().reduce((sum, file) => sum + statSync(file).size, 0);
