import { noTokens, stateOf, viewOf } from '../assemble.ts';
import type { Mechanism, MechanismWorld } from '../contract/mechanism.ts';
import type { ParameterValue } from '../contract/parameter.ts';
import { dailyRecords, status } from '../contract/vocabulary.ts';
import { stream } from '../kernel/random.ts';
import { WorldState } from '../kernel/world.ts';
import { defaultsOf } from '../stage.ts';

/** One mechanism in a world of its own, where nothing else acts. */
export interface Alone {
  readonly world: MechanismWorld;
  /** Acts on a day: first `prepare` sets what earlier slots would have. */
  on(day: number, prepare?: (world: MechanismWorld) => void): void;
}

/** A mechanism with given parameters and `rows` honest, active providers of weight and capacity 1. */
export function alone(
  mechanism: Mechanism,
  given: Readonly<Record<string, ParameterValue>>,
  rows = 1,
): Alone {
  const parameters = { ...defaultsOf(mechanism), ...given };
  const { tables, records } = stateOf([mechanism], () => rows);
  const state = new WorldState(tables, records, noTokens);
  const world = viewOf(mechanism, state.view, stream('', mechanism.id));
  world.providers.status.fill(status.active);
  world.providers.rewardWeight.fill(1);
  world.providers.multiplier.fill(1);
  world.providers.capacity.fill(1);
  mechanism.start?.(world, parameters);
  let tick = 0;
  return {
    world,
    on(day, prepare) {
      state.clock.tick = tick++;
      state.clock.day = day;
      state.ledger.open();
      for (const group of dailyRecords) state.reset(group);
      prepare?.(world);
      mechanism.step?.(world, parameters);
    },
  };
}
