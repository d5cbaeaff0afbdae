import { isOpen } from '../sim/run-snapshot.ts';
import { isEdited } from './drafts.ts';
import type { Studio } from './studio.ts';

/** Says, once the run of an edited scenario is done, that it can be compared with what it was made from. */
export function offerComparison(studio: Studio, scenario: string): void {
  const { simulation, drafts, toasts } = studio;
  const run = simulation.runs.get().get(scenario);
  const draft = drafts.all.get().get(scenario);
  if (run === undefined || draft === undefined || !isEdited(draft)) return;
  const tell = () => {
    const snapshot = run.snapshot.get();
    if (isOpen(snapshot)) return;
    leave();
    if (snapshot.state !== 'done' || snapshot.results.length === 0) return;
    const next = { command: 'design.compare', text: 'Compare with base' };
    toasts.say({ text: `${snapshot.request.title}: your edited version has run.`, next });
  };
  const leave = run.snapshot.subscribe(tell);
  tell();
}
