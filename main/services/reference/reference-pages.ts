import type { Declaration } from '../../../sim-core/contract/extension.ts';
import { slots } from '../../../sim-core/contract/slot.ts';
import { mechanisms } from '../../../sim-core/mechanisms/index.ts';
import { mechanismPage } from './mechanism-page.ts';
import { metricsPage } from './metrics-page.ts';

/** The reference pages by file name: what the code says of itself, with the mechanisms of a project if there is one. */
export function referencePages(own: readonly Declaration[] = []): ReadonlyMap<string, string> {
  const declared: readonly Declaration[] = [...mechanisms, ...own];
  const bySlot = slots
    .map((slot) => [slot, declared.filter((mechanism) => mechanism.slot === slot)] as const)
    .filter(([, inSlot]) => inSlot.length > 0)
    .map(([slot, inSlot]) => [`mechanisms-${slot}.md`, mechanismPage(slot, inSlot)] as const);
  return new Map([...bySlot, ['metrics.md', metricsPage()]]);
}
