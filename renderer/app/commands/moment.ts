import type { Command } from '../../state/command.ts';
import { modelMechanisms } from '../../state/model-queries.ts';
import type { Studio } from '../../state/studio.ts';
import { type Annotation, nextTo } from '../../state/timeline/annotation.ts';
import { annotationsOf } from '../../state/timeline/annotations-of.ts';

/** The run in sight, if there is one. */
function runOf({ location, simulation }: Studio) {
  const { screen, scenario } = location.get();
  if (screen !== 'run' || scenario === undefined) return undefined;
  return simulation.runs.get().get(scenario)?.snapshot.get();
}

const hasRun = (studio: Studio): boolean => runOf(studio) !== undefined;

async function lookAtEvent(studio: Studio, which: 'before' | 'after'): Promise<void> {
  const run = runOf(studio);
  if (run === undefined) return;
  const { scenario, spec } = run.request;
  const { timeline, queries, client } = studio;
  const mechanisms = await queries.ensureQueryData(modelMechanisms(client));
  const notes = (timeline.notes.all.get().get(scenario) ?? []).map(
    (note): Annotation => ({ ...note, kind: 'note' }),
  );
  const tick = timeline.moments.get().get(scenario) ?? spec.ticks - 1;
  const event = nextTo([...annotationsOf(spec, mechanisms), ...notes], tick)[which];
  if (event !== undefined) timeline.look(scenario, event.tick);
}

const look = (studio: Studio, tick?: number): void => {
  const run = runOf(studio);
  if (run !== undefined) studio.timeline.look(run.request.scenario, tick);
};

/** Moves through the days of a run. */
export const momentCommands: readonly Command[] = [
  {
    id: 'moment.previous-event',
    title: 'Look at the previous event',
    keywords: ['shock', 'halving', 'note', 'annotation', 'scrub', 'back'],
    enabled: hasRun,
    run: (studio) => lookAtEvent(studio, 'before'),
  },
  {
    id: 'moment.next-event',
    title: 'Look at the next event',
    keywords: ['shock', 'halving', 'note', 'annotation', 'scrub', 'forward'],
    enabled: hasRun,
    run: (studio) => lookAtEvent(studio, 'after'),
  },
  {
    id: 'moment.first',
    title: 'Look at the first day',
    keywords: ['begin', 'start', 'scrub'],
    enabled: hasRun,
    run: (studio) => look(studio, 0),
  },
  {
    id: 'moment.last',
    title: 'Look at the last day there is',
    keywords: ['end', 'newest', 'scrub', 'live'],
    enabled: (studio) => {
      const run = runOf(studio);
      return run !== undefined && studio.timeline.moments.get().has(run.request.scenario);
    },
    run: (studio) => look(studio),
  },
  {
    id: 'moment.note',
    title: 'Write a note beside this day',
    keywords: ['annotate', 'comment', 'remember'],
    enabled: (studio) => hasRun(studio) && !studio.timeline.writing.get(),
    run: ({ timeline }) => timeline.writing.set(true),
  },
];
