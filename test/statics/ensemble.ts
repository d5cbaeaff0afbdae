import type { Model, Step } from '../../sim-core/contract/model.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import type { World } from '../../sim-core/contract/vocabulary.ts';
import { bundledSimulator } from './bundled-simulator.ts';

const { assemble, run, specDigest } = await bundledSimulator();

/** What tests measure. Others, such as inequality of rewards, cost more time than the run itself. */
const measured = [
  'market.price',
  'demand.fees',
  'supply.minted',
  'supply.burned',
  'supply.outstanding',
  'providers.active',
  'providers.payback',
  'users.active',
  'fraud.share',
] as const;

export type Measured = (typeof measured)[number];

/** A finished run: a metric, a value a day. */
export type Path = (metric: Measured) => readonly number[];

/** Changes a model before it is run: adds a step that acts or looks. */
export type Adapt = (model: Model) => Model;

/** Seeds by their number from 1. The same seed is the same luck, whatever the parameters. */
export const seeds = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => String(i + 1));

const finished = new Map<string, Path>();

/** The run of a spec under a seed; it is run once, however many tests ask for it. */
export function pathOf(spec: ScenarioSpec, seed: string): Path {
  const key = `${specDigest(spec)} ${seed}`;
  const path = finished.get(key) ?? runOf(spec, seed);
  finished.set(key, path);
  return path;
}

/** Runs an adapted model; nothing is kept. */
export function runOf(spec: ScenarioSpec, seed: string, adapt: Adapt = (model) => model): Path {
  const whole = assemble(spec);
  const metrics = whole.metrics.filter(({ id }) => measured.some((name) => name === id)).map(weekly);
  const ticks = run(adapt({ ...whole, metrics }), { seed, ticks: spec.ticks });
  let next = ticks.next();
  while (!next.done) next = ticks.next();
  const { columns } = next.value;
  return (metric) => Array.from(columns[metrics.findIndex(({ id }) => id === metric)] ?? []);
}

/** Payback ranks all providers: it is measured once a week, and the other days are gaps. */
function weekly(metric: Model['metrics'][number]): Model['metrics'][number] {
  if (metric.id !== 'providers.payback') return metric;
  return {
    ...metric,
    read: (world) => (world.clock.tick % 7 === 0 ? metric.read(world) : Number.NaN),
  };
}

/** Looks at the world at the close of every day. */
export const atClose =
  (look: (world: World) => void): Adapt =>
  (model) => ({ ...model, steps: [...model.steps, stepOf('close', look)] });

/** Acts between mechanisms: before or after the step of the one that is named. */
export const beside =
  (when: 'before' | 'after', mechanism: string, act: (world: World) => void): Adapt =>
  (model) => {
    const at = model.steps.findIndex(({ id }) => id === mechanism);
    if (at < 0) throw new Error(`Nothing runs ${mechanism}.`);
    const from = when === 'before' ? at : at + 1;
    const steps = [...model.steps.slice(0, from), stepOf('beside', act), ...model.steps.slice(from)];
    return { ...model, steps };
  };

/** The boundary: the kernel does not know what kind of world it runs; `assemble` makes it this one. */
const stepOf = (id: string, act: (world: World) => void): Step<object> => ({
  id,
  run: (world) => act(world as World),
});
