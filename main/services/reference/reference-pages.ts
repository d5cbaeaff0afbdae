import { slots } from '../../../sim-core/contract/slot.ts';
import { mechanisms } from '../../../sim-core/mechanisms/index.ts';
import { mechanismPage } from './mechanism-page.ts';
import { metricsPage } from './metrics-page.ts';

/** The reference pages by file name: what the code says of itself. */
export function referencePages(): ReadonlyMap<string, string> {
  const bySlot = slots
    .map((slot) => [slot, mechanisms.filter((mechanism) => mechanism.slot === slot)] as const)
    .filter(([, own]) => own.length > 0)
    .map(([slot, own]) => [`mechanisms-${slot}.md`, mechanismPage(slot, own)] as const);
  return new Map([...bySlot, ['metrics.md', metricsPage()]]);
}
