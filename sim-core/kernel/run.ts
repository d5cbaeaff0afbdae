import { StudioError, toProblem } from '../contract/errors.ts';
import type { Metric } from '../contract/metric.ts';
import type { Model, ModelRecords, ModelTables, Step, WorldOf } from '../contract/model.ts';
import type { Stream } from '../contract/random.ts';
import type { Moment, SeedResult } from '../contract/run.ts';
import { isoDate } from './calendar.ts';
import { pack, unpack } from './checkpoint.ts';
import { stream } from './random.ts';
import { sampling } from './sampling.ts';
import { seedDigest } from './seed-digest.ts';
import { WorldState } from './world.ts';

export interface RunOptions {
  /** Any text; two runs with the same text have the same luck. */
  readonly seed: string;
  readonly ticks: number;
  /** Bytes of `Moment.checkpoint()`, to go on from there. */
  readonly checkpoint?: Uint8Array;
}

/**
 * Simulates one seed of a model, yielding after every tick. Throws `StudioError` that names the day and the step where a
 * step fails, a scalar, a metric or a breakdown is not finite, or an invariant breaks.
 */
export function* run<Tables extends ModelTables, Records extends ModelRecords>(
  model: Model<Tables, Records>,
  { seed, ticks, checkpoint }: RunOptions,
): Generator<Moment, SeedResult, void> {
  const state = new WorldState(model.tables, model.records, model.accounts ?? {});
  // The one place where names become types: `Model` declares what `WorldState` allocates.
  const world = state.view as WorldOf<Tables, Records>;
  const columns = model.metrics.map(() => new Float64Array(ticks));
  const samples = sampling(model.breakdowns ?? [], ticks);
  const header = { model: model.id, seed, ticks };
  const steps = withStreams(model.steps, seed);
  const daily = model.daily ?? [];
  const groups = Object.keys(model.records);

  let done = 0;
  state.clock.day = model.startDay;
  if (checkpoint) {
    done = unpack(checkpoint, header, state, columns, samples.columns);
  } else {
    for (const [step, random] of withStreams(model.starts ?? [], seed)) act(step, random);
  }

  const moment = {
    done,
    ticks,
    columns,
    checkpoint: () => pack({ ...header, done: moment.done }, state, columns, samples.columns),
  };
  while (done < ticks) {
    state.clock.tick = done;
    state.clock.day = model.startDay + done;
    state.ledger.open();
    for (let i = 0; i < daily.length; i++) state.reset(daily[i] ?? '');
    for (let i = 0; i < steps.length; i++) {
      const entry = steps[i];
      if (entry) act(entry[0], entry[1]);
    }
    checkFinite('close', groups);
    for (let i = 0; i < columns.length; i++) {
      const metric = model.metrics[i];
      const column = columns[i];
      if (metric && column) column[done] = done % (metric.every ?? 1) === 0 ? read(metric) : column[done - 1];
    }
    const message = samples.take(world, done);
    if (message) throw stopped('breakdowns', { code: 'run.not-finite', message });
    check();
    done += 1;
    moment.done = done;
    yield moment;
  }
  const breakdowns = samples.columns;
  return { seed, columns, breakdowns, digest: seedDigest(model, columns, breakdowns) };

  function act(step: Step<WorldOf<Tables, Records>>, random: Stream): void {
    try {
      step.run(world, random);
    } catch (thrown) {
      throw stopped(step.id, toProblem(thrown));
    }
    checkFinite(step.id, step.changes ?? groups);
  }

  function checkFinite(where: string, changed: readonly string[]): void {
    const name = state.notFinite(changed);
    if (name) throw stopped(where, { code: 'run.not-finite', message: `${name} is not a finite number.` });
  }

  function read(metric: Metric<WorldOf<Tables, Records>>): number {
    const value = metric.read(world);
    if (value - value === 0 || (metric.gaps !== undefined && value !== value)) return value;
    throw stopped(metric.id, { code: 'run.not-finite', message: `The metric is ${value}.` });
  }

  function check(): void {
    if (!state.ledger.balances()) {
      throw stopped('ledger', {
        code: 'run.invariant',
        message: `Accounts differ from genesis + minted - burned by ${state.ledger.imbalance()} of all tokens.`,
      });
    }
    for (const invariant of model.invariants ?? []) {
      if (!invariant.holds(world))
        throw stopped(invariant.id, { code: 'run.invariant', message: `Broken: ${invariant.says}` });
    }
  }

  function stopped(where: string, problem: { code: string; message: string; hint?: string }): StudioError {
    const date = isoDate(state.clock.day);
    return new StudioError({
      ...problem,
      where: `seed ${seed}, tick ${state.clock.tick} (${date}), ${where}`,
    });
  }
}

function withStreams<W>(steps: readonly Step<W>[], seed: string): (readonly [Step<W>, Stream])[] {
  return steps.map((step) => [step, stream(seed, step.id)] as const);
}
