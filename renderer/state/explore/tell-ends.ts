import type { Studio } from '../studio.ts';

/** Says when an experiment has ended while the person was elsewhere; what its runs cost now is asked anew. */
export function tellEnds({ explore, location, queries, toasts }: Studio): void {
  explore.jobs.onEnd(({ id, title, state }) => {
    void queries.invalidateQueries({ queryKey: ['job-estimate'] });
    const { screen, search } = location.get();
    if (screen === 'explore' && search?.job === id) return;
    toasts.say({
      text: state === 'done' ? `${title}: done.` : `${title} failed.`,
      next: { command: 'explore.show-job', text: 'Show' },
    });
  });
}
