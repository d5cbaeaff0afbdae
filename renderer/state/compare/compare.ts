import type { Comparing } from '../../sim/compare/comparing.ts';
import type { Studio } from '../studio.ts';
import { openSides } from './open-sides.ts';

/**
 * Compares what these references name on the seeds 1 to `seedCount`; what is compared already goes on. Rejects with a `StudioError`
 * where one of them cannot be read.
 */
export async function compare(studio: Studio, refs: readonly string[], seedCount: number): Promise<void> {
  const { comparing, sides, against } = studio.compare;
  latest.set(comparing, refs);
  const opened = await openSides(studio, refs);
  if (latest.get(comparing) !== refs) return;
  const seeds = Array.from({ length: seedCount }, (_, index) => String(index + 1));
  const asked = JSON.stringify([opened.map(({ ref, label, spec }) => [ref, label, spec]), seeds]);
  const standing = comparing.state.get()?.state;
  const going = standing === 'running' || standing === 'judging' || standing === 'done';
  if (going && asked === lastAsked.get(comparing)) return;
  lastAsked.set(comparing, asked);
  sides.set(opened);
  if (against.get() >= opened.length) against.set(1);
  comparing.start(
    opened.map(({ scenario, label, spec, text }) => ({
      ...{ scenario, title: label, spec, seeds },
      ...(text === undefined ? {} : { text }),
    })),
  );
}

/** What the last comparison was asked, so that coming back to it costs nothing. */
const lastAsked = new WeakMap<Comparing, string>();

/** What was asked last: an answer that comes after another question is not heard. */
const latest = new WeakMap<Comparing, readonly string[]>();
