import { noTokens, stateOf, viewOf } from './assemble.ts';
import type { Example, Mechanism, MechanismWorld, Surroundings } from './contract/mechanism.ts';
import type { ParameterValue } from './contract/parameter.ts';
import { dailyRecords } from './contract/vocabulary.ts';
import { abs, max } from './kernel/math.ts';
import { stream } from './kernel/random.ts';
import { WorldState } from './kernel/world.ts';

const rows = 10;

/** What a mechanism without any other is told when it is asked whether it refuses its values. */
export const alone: Surroundings = { genesis: 0, sets: () => false };

/** One mechanism alone in a world of ten providers and one region, as its examples see it. */
export interface Stage {
  readonly state: WorldState;
  readonly view: MechanismWorld;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  value(path: string): number | readonly number[];
  set(path: string, value: number | readonly number[]): void;
}

export function stage(mechanism: Mechanism, given: Example['given'] = {}): Stage {
  const parameters = { ...defaultsOf(mechanism), ...given };
  const own = mechanism.rows?.(parameters) ?? {};
  const { tables, records } = stateOf([mechanism], (name) => own[name] ?? (name === 'regions' ? 1 : rows));
  const state = new WorldState(tables, records, { ...noTokens, ...mechanism.genesis?.(parameters) });
  for (const { id } of [state.tables.providers, state.tables.users].filter((table) => table !== undefined)) {
    if (id instanceof Uint32Array) id.set(id.map((_, i) => i));
  }
  const view = viewOf(mechanism, state.view, stream('examples', mechanism.id));
  return {
    state,
    view,
    parameters,
    value: (path) => read(state, path),
    set: (path, value) => write(state, path, value),
  };
}

/** Runs an example to its end; `watch` may replace the view that the mechanism is given. */
export function perform(
  mechanism: Mechanism,
  example: Example,
  watch: (view: MechanismWorld) => MechanismWorld = (view) => view,
): Stage {
  const on = stage(mechanism, example.given);
  const before = Object.entries(example.before ?? {});
  // What starts read must be there before them; what they write is then set once more.
  for (const [path, value] of before) on.set(path, value);
  const view = watch(on.view);
  mechanism.start?.(view, on.parameters);
  for (const [path, value] of before) if (!path.startsWith('ledger.')) on.set(path, value);
  for (let day = 0; day < (example.days ?? 1); day++) {
    on.state.clock.tick = day;
    on.state.clock.day = day;
    on.state.ledger.open();
    for (const group of dailyRecords) {
      on.state.reset(group);
      for (const [path, value] of before) if (path.startsWith(`${group}.`)) on.set(path, value);
    }
    mechanism.step?.(view, on.parameters);
  }
  return on;
}

/** What an example's end is not, and should be; nothing where all is as it says. */
export function differences(mechanism: Mechanism, example: Example): readonly string[] {
  const on = perform(mechanism, example);
  const tolerance = example.tolerance ?? 1e-12;
  const wrong = Object.entries(example.after).flatMap(([path, expected]) => {
    const got = on.value(path);
    return isClose(got, expected, tolerance) ? [] : [`${path} is ${got}, not ${expected}`];
  });
  const lost = on.state.ledger.imbalance() < 1e-12 ? [] : ['tokens appear or vanish'];
  const broken = (mechanism.invariants ?? []).flatMap(({ says, holds }) =>
    holds(on.view, on.parameters) ? [] : [`broken: ${says}`],
  );
  return [...wrong, ...lost, ...broken];
}

/** A number for a column is meant for each of its rows. */
function isClose(
  got: number | readonly number[],
  expected: number | readonly number[],
  tolerance: number,
): boolean {
  const values = typeof got === 'number' ? [got] : got;
  if (typeof expected !== 'number' && expected.length !== values.length) return false;
  return values.every((value, row) => {
    const wanted = typeof expected === 'number' ? expected : (expected[row] ?? Number.NaN);
    return abs(value - wanted) <= tolerance * max(1, abs(wanted));
  });
}

/** What a mechanism's parameters are where nobody gives them. */
export function defaultsOf(mechanism: Mechanism): Readonly<Record<string, ParameterValue>> {
  return Object.fromEntries(
    Object.entries(mechanism.parameters).flatMap(([name, parameter]) =>
      'default' in parameter && parameter.default !== undefined ? [[name, parameter.default]] : [],
    ),
  );
}

function read(state: WorldState, path: string): number | readonly number[] {
  const [group = '', name = ''] = path.split('.');
  if (group === 'ledger') return state.ledger.balance(name);
  const column = state.tables[group]?.[name];
  if (column !== undefined && typeof column !== 'number') return Array.from(column);
  const scalar = state.records[group]?.[name];
  if (scalar === undefined) throw new Error(`There is no ${path}.`);
  return scalar;
}

function write(state: WorldState, path: string, value: number | readonly number[]): void {
  const [group = '', name = ''] = path.split('.');
  const column = state.tables[group]?.[name];
  if (column !== undefined && typeof column !== 'number') {
    if (typeof value === 'number') column.fill(value);
    else column.set(value);
  } else if (typeof value !== 'number') {
    throw new Error(`${path} is one number.`);
  } else if (group === 'ledger') {
    const now = state.ledger.balance(name);
    if (value > now) state.ledger.mint(name, value - now, 'example');
    else state.ledger.burn(name, now - value, 'example');
  } else {
    const record = state.records[group];
    if (!record || !(name in record)) throw new Error(`There is no ${path}.`);
    record[name] = value;
  }
}
