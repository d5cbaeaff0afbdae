import { type ReactElement, useSyncExternalStore } from 'react';
import { useStudio } from '../state/studio-context.tsx';

/** Tells screen readers how a run goes, at every quarter only. */
export function Announcer(): ReactElement {
  const { simulation } = useStudio();
  const text = useSyncExternalStore(simulation.subscribe, () => {
    const last = [...simulation.runs.get().values()].at(-1)?.snapshot.get();
    if (last === undefined) return '';
    const { state, progress, results, request } = last;
    if (state === 'cancelled')
      return `Run cancelled. ${results.length} of ${request.seeds.length} seeds kept.`;
    if (state === 'done') return `Run done. ${results.length} of ${request.seeds.length} seeds.`;
    const quarter = Math.floor(progress * 4) * 25;
    return quarter === 0 ? '' : `Run ${quarter} percent done.`;
  });
  return (
    <div role="status" className="unseen">
      {text}
    </div>
  );
}
