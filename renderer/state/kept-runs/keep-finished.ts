import { toProblem } from '../../../sim-core/contract/errors.ts';
import type { Client } from '../../client/client.ts';
import type { Run } from '../../sim/run.ts';
import { isOpen } from '../../sim/run-snapshot.ts';
import type { Simulation } from '../../sim/simulation.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store.ts';
import type { Toasts } from '../toasts.ts';
import type { KeptRuns } from './kept-runs.ts';
import { sendRun } from './send-run.ts';

interface KeepParts {
  readonly client: Client;
  readonly simulation: Simulation;
  readonly settings: Pick<Store<Settings>, 'get'>;
  readonly toasts: Toasts;
  readonly keptRuns: Pick<KeptRuns, 'load' | 'list' | 'keep'>;
}

/**
 * Keeps every run that the person started in the project as soon as it has ended, one after another. What cannot be kept is said,
 * and stays where it is: on the screen.
 */
export function keepFinishedRuns({ client, simulation, settings, toasts, keptRuns }: KeepParts): void {
  const seen = new WeakSet<Run>();

  const keep = async (run: Run): Promise<void> => {
    const snapshot = run.snapshot.get();
    const { text, title, spec } = snapshot.request;
    if (text === undefined || snapshot.results.length === 0) return;
    try {
      await sendRun(client, snapshot, { text, specDigest: await simulation.specDigest(spec) });
      // Whoever has looked at the list wants to see it there.
      if (keptRuns.list.get().rows !== undefined) await keptRuns.load();
    } catch (error) {
      const { message, hint = '' } = toProblem(error);
      toasts.say({ text: `${title} has run and was not kept. ${message} ${hint}`.trim() });
    }
  };
  simulation.subscribe(() => {
    for (const run of simulation.runs.get().values()) {
      if (seen.has(run) || isOpen(run.snapshot.get())) continue;
      seen.add(run);
      if (settings.get().keepRuns) keptRuns.keep(() => keep(run));
    }
  });
}
