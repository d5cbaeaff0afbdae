import type { Run } from '../../sim/run.ts';
import { isOpen } from '../../sim/run-snapshot.ts';
import type { Command } from '../../state/command.ts';
import { offerComparison } from '../../state/offer-comparison.ts';
import { openedScenario } from '../../state/scenario-queries.ts';
import type { Studio } from '../../state/studio.ts';

/** A file that was read this short a time ago is not read again, in milliseconds. */
const fresh = 1000;

/** Runs the scenario of the place where the user is. */
export async function startRun(studio: Studio, scenario: string): Promise<void> {
  const { client, queries, simulation, seedCount, drafts } = studio;
  // What the person made of it, where it is open for editing; otherwise the file as it is now.
  const { card, spec, text } =
    drafts.all.get().get(scenario)?.good ??
    (await queries.fetchQuery({ ...openedScenario(client, scenario), staleTime: fresh }));
  const seeds = Array.from({ length: seedCount.get() }, (_, index) => String(index + 1));
  await simulation.start({ scenario, title: card.title, spec, seeds, text });
  offerComparison(studio, scenario);
}

const openRun = (studio: Studio): Run | undefined => studio.simulation.open();
const stateOf = (studio: Studio) => openRun(studio)?.snapshot.get().state;

/** Starts, holds and ends runs. */
export const runCommands: readonly Command[] = [
  {
    id: 'run.start',
    title: 'Run this scenario',
    keywords: ['start', 'simulate', 'play', 'go'],
    shortcut: 'Mod+Enter',
    enabled: ({ location, simulation }) => location.get().scenario !== undefined && !simulation.busy(),
    async run(studio) {
      const { scenario } = studio.location.get();
      if (scenario === undefined) return;
      studio.location.go({ screen: 'run', scenario });
      await startRun(studio, scenario);
    },
  },
  {
    id: 'run.pause',
    title: 'Pause the run',
    keywords: ['hold', 'stop', 'wait'],
    shortcut: 'Mod+.',
    enabled: (studio) => stateOf(studio) === 'running',
    run: (studio) => openRun(studio)?.pause(),
  },
  {
    id: 'run.resume',
    title: 'Resume the run',
    keywords: ['continue', 'go on', 'play'],
    shortcut: 'Mod+.',
    enabled: (studio) => stateOf(studio) === 'paused',
    run: (studio) => openRun(studio)?.resume(),
  },
  {
    id: 'run.step',
    title: 'Step one day',
    keywords: ['next', 'tick', 'forward'],
    shortcut: 'Mod+;',
    enabled: (studio) => stateOf(studio) === 'paused',
    run: (studio) => openRun(studio)?.step(),
  },
  {
    id: 'run.cancel',
    title: 'Cancel the run, keep finished seeds',
    keywords: ['stop', 'end', 'abort'],
    shortcut: 'Mod+Shift+.',
    enabled: (studio) => {
      const run = openRun(studio);
      return run !== undefined && isOpen(run.snapshot.get());
    },
    run: (studio) => openRun(studio)?.cancel(),
  },
  {
    id: 'view.all',
    title: 'Show all runs',
    keywords: ['fan', 'bands', 'seeds', 'median'],
    enabled: ({ view }) => view.get().kind === 'one',
    run: ({ view }) => view.set({ kind: 'all' }),
  },
  {
    id: 'view.one',
    title: 'Show one run',
    keywords: ['seed', 'single', 'path'],
    enabled: ({ view }) => view.get().kind === 'all',
    run: ({ view }) => view.set({ kind: 'one' }),
  },
];
