import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { KeptResult } from '../../services/results/kept-result.ts';
import { tell } from '../terminal.ts';

const mostNamed = 6;

/**
 * Says which seeds of the run store are left out since their files are damaged, and ends with 1 then: tables of fewer seeds must not
 * pass for whole ones. Throws `result.damaged` where no seed is left.
 */
export function tellDamaged({ folder, manifest, batch }: KeptResult): void {
  // What `run` wrote is whole, or refused: a seed that is missing there was cancelled.
  if (manifest.startedAt !== undefined) return;
  const known = new Set([...batch.seeds, ...batch.failures].map(({ seed }) => seed));
  const damaged = manifest.seeds.filter((seed) => !known.has(seed));
  if (known.size === 0) throw noSeed(folder);
  if (damaged.length === 0) return;
  const named = damaged.slice(0, mostNamed).join(', ');
  const more = damaged.length > mostNamed ? ` and ${damaged.length - mostNamed} more` : '';
  const whose = damaged.length === 1 ? 'its file is' : 'their files are';
  const whole = `${damaged.length} of ${manifest.seeds.length} seeds (${named}${more})`;
  tell(`${whole} left out: ${whose} damaged. Run the experiment again to have them simulated anew.`);
  process.exitCode = 1;
}

const noSeed = (folder: string): StudioError =>
  new StudioError({
    code: 'result.damaged',
    message: `No seed in ${folder} can be read: files are damaged or gone.`,
    hint: 'Run the experiment again: it simulates what is not there.',
    where: folder,
  });
