import type { RunSnapshot } from '../../../sim/run-snapshot.ts';
import type { RunView } from '../../../state/studio.ts';
import { breakdownsBy, breakdownValues } from './breakdown-values.ts';

/**
 * The values of a breakdown without those of groups in which nobody is in most seeds: a median over the few seeds that have somebody there would
 * stand beside a count of 0.
 */
export function peopled(
  snapshot: RunSnapshot,
  view: RunView,
  values: Float64Array,
  by: string,
): Float64Array {
  const active = breakdownsBy(snapshot.breakdowns, by).find(
    ({ described }) => described.id === 'providers.active',
  );
  const counts = active && breakdownValues(snapshot, view, active.place);
  return counts === undefined
    ? values
    : values.map((value, index) => (counts[index] === 0 ? Number.NaN : value));
}
