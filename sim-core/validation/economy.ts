import { assemble } from '../assemble.ts';
import { StudioError } from '../contract/errors.ts';
import type { Metric } from '../contract/metric.ts';
import type { ParameterValue } from '../contract/parameter.ts';
import type { MechanismUse, ScenarioSpec } from '../contract/scenario.ts';
import type { World } from '../contract/vocabulary.ts';
import { run } from '../kernel/run.ts';
import { mechanisms } from '../mechanisms/index.ts';
import { defaultsOf } from '../stage.ts';

/** Mechanisms by id, each with the parameters that are given; the others are as declared. */
export type Uses = Readonly<Record<string, Readonly<Record<string, ParameterValue>>>>;

/** A network of the engine's own mechanisms, in the order of `uses` within a slot; `ticks` are days. */
export const economy = (id: string, startDay: number, ticks: number, uses: Uses): ScenarioSpec => ({
  id,
  version: 1,
  startDay,
  ticks,
  mechanisms: Object.entries(uses).map(([mechanism, given]) => mechanismUse(mechanism, given)),
});

/**
 * Runs an economy and reads numbers of the world at the close of every day: one column for each reader, a value for each
 * day. Throws what the kernel throws.
 */
export function closes(
  spec: ScenarioSpec,
  seed: string,
  ...readers: readonly ((world: World) => number)[]
): readonly Float64Array[] {
  const looks = readers.map(
    (read, i): Metric => ({
      id: `look-${i}`,
      title: 'Looked at',
      unit: '1',
      definition: 'What a check asks for.',
      source: 'the world at the close of a day',
      read,
    }),
  );
  const ticks = run({ ...assemble(spec), metrics: looks }, { seed, ticks: spec.ticks });
  let turn = ticks.next();
  while (turn.done !== true) turn = ticks.next();
  return turn.value.columns;
}

/** One region, where what differs between countries is not the question. */
export const oneRegion = {
  name: ['everywhere'],
  share: [1],
  power_price: [0.15],
  import_markup: [0],
  extra_lead: [0],
};

/** A mechanism of the engine with its defaults and what is given beside them. Throws `engine.no-mechanism`. */
export function mechanismUse(id: string, given: Readonly<Record<string, ParameterValue>> = {}): MechanismUse {
  const mechanism = mechanisms.find((each) => each.id === id);
  if (!mechanism)
    throw new StudioError({ code: 'engine.no-mechanism', message: `This engine has no mechanism ${id}.` });
  const { version, slot } = mechanism;
  return { id, version, slot, parameters: { ...defaultsOf(mechanism), ...given } };
}
