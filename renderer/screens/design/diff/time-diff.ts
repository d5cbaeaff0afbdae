import type { ScenarioSpec } from '../../../../sim-core/contract/scenario.ts';
import { quantity } from '../../../ui/number-format.ts';
import { isoDay } from '../../../ui/time-format.ts';
import type { Difference } from './parameter-diff.ts';

/** What differs in when a scenario begins and how long it runs. */
export function timeDiff(base: ScenarioSpec, now: ScenarioSpec): readonly Difference[] {
  const start = {
    path: 'start',
    label: 'First day',
    before: isoDay(base.startDay),
    after: isoDay(now.startDay),
  };
  const length = {
    ...{
      path: 'horizon',
      label: 'Length',
      before: quantity(base.ticks, 'day'),
      after: quantity(now.ticks, 'day'),
    },
    change: now.ticks / base.ticks - 1,
  };
  return [...(base.startDay === now.startDay ? [] : [start]), ...(base.ticks === now.ticks ? [] : [length])];
}
