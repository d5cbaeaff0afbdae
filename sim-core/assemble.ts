import type { Breakdown } from './contract/breakdown.ts';
import type { ArrayOf, ColumnType } from './contract/columns.ts';
import { StudioError } from './contract/errors.ts';
import type { OwnMetric } from './contract/extension.ts';
import type { Mechanism, MechanismWorld, Patch, TableName } from './contract/mechanism.ts';
import type { Metric } from './contract/metric.ts';
import type { Invariant, Model, Step } from './contract/model.ts';
import type { Stream } from './contract/random.ts';
import type { MechanismUse, ScenarioSpec } from './contract/scenario.ts';
import { slots } from './contract/slot.ts';
import { accounts, columns, dailyRecords, type Path, records } from './contract/vocabulary.ts';
import { stream } from './kernel/random.ts';
import { clashes } from './mechanisms/combination.ts';
import { mechanisms } from './mechanisms/index.ts';
import { refusals } from './mechanisms/refusals.ts';
import { inGroups } from './metrics/breakdowns/world-breakdown.ts';
import { breakdowns } from './metrics/breakdowns.ts';
import { metrics } from './metrics/index.ts';
import { Rules } from './rules.ts';

/** The mechanisms and metrics there are: the engine's, and those of a project. */
export interface Known {
  readonly mechanisms: readonly Mechanism[];
  readonly metrics: readonly OwnMetric[];
  /** Models of their own, which run on the kernel without mechanisms. */
  readonly models: readonly Model[];
}

/** What the engine brings. */
export const shipped: Known = { mechanisms, metrics, models: [] };

type Used = { readonly use: MechanismUse; readonly mechanism: Mechanism; readonly rules: Rules };

/**
 * The model that a spec describes: shared and own columns in tables, mechanisms as steps in slot order. For one run: its
 * steps keep their view of the world. Throws where the spec names what this engine does not have.
 */
export function assemble(spec: ScenarioSpec, known: Known = shipped): Model {
  if (spec.model !== undefined) return ownModel(spec, spec.model, known);
  const used = inSlotOrder(spec, known);
  const rowsOf = (table: TableName): number =>
    used.reduce((n, { use, mechanism }) => mechanism.rows?.(use.parameters)[table] ?? n, 0);
  return {
    id: `${spec.id}@${spec.version}`,
    startDay: spec.startDay,
    ...stateOf(
      used.map(({ mechanism }) => mechanism),
      rowsOf,
    ),
    daily: dailyRecords,
    accounts: genesisOf(used),
    starts: used.filter(({ mechanism }) => mechanism.start).map((u) => stepOf(u, 'start')),
    steps: [
      ...lawmakers(used),
      ...used.filter(({ mechanism }) => mechanism.step).map((u) => stepOf(u, 'step')),
    ],
    metrics: measured(used, known),
    breakdowns: brokenDown(used, spec.ticks),
    invariants: used.flatMap(invariantsOf),
  };
}

/** The metrics that a spec reports, in column order: those whose paths its mechanisms write. */
export function metricsOf(spec: ScenarioSpec, known: Known = shipped): readonly Metric<never>[] {
  if (spec.model !== undefined) return ownModel(spec, spec.model, known).metrics;
  return measured(inSlotOrder(spec, known), known);
}

/** The breakdowns that a spec reports, in the order in which they are sampled. */
export function breakdownsOf(spec: ScenarioSpec, known: Known = shipped): readonly Breakdown<never>[] {
  if (spec.model !== undefined) return ownModel(spec, spec.model, known).breakdowns ?? [];
  return brokenDown(inSlotOrder(spec, known), spec.ticks);
}

/** A project's own model, on the days that the spec says. */
function ownModel({ startDay }: ScenarioSpec, id: string, { models }: Known): Model {
  const model = models.find((each) => each.id === id);
  if (model !== undefined) return { ...model, startDay };
  throw new StudioError({
    code: 'engine.no-model',
    message: `There is no model ${id}.`,
    hint: 'It is the id that a module in the folder models of the project declares.',
    where: 'model',
  });
}

const measured = (used: readonly Used[], { metrics }: Known): readonly Metric<never>[] =>
  reported(metrics, used);

function brokenDown(used: readonly Used[], ticks: number): readonly Breakdown<never>[] {
  const names: Partial<Record<TableName, readonly string[]>> = Object.assign(
    {},
    ...used.map(({ use, mechanism }) => mechanism.names?.(use.parameters)),
  );
  return reported(breakdowns, used).flatMap((each) => inGroups(each, names, ticks));
}

function reported<Item extends { readonly needs?: readonly Path[] }>(
  known: readonly Item[],
  used: readonly Used[],
): readonly Item[] {
  const written: ReadonlySet<Path> = new Set(used.flatMap(({ mechanism }) => mechanism.writes));
  return known.filter(({ needs = [] }) => needs.every((path) => written.has(path)));
}

/** Mechanisms of a spec in the order of a day; checks versions and whether they can be together. */
function inSlotOrder(spec: ScenarioSpec, { mechanisms }: Known): readonly Used[] {
  const used = spec.mechanisms.map((use) => {
    const mechanism = mechanisms.find(({ id }) => id === use.id);
    if (!mechanism || mechanism.version !== use.version) {
      throw new StudioError({
        code: 'engine.no-mechanism',
        message: mechanism
          ? `This engine has ${use.id} in version ${mechanism.version}, not ${use.version}.`
          : `This engine has no mechanism ${use.id}.`,
        hint: 'Use the engine that the scenario was written for, or update the scenario.',
        where: use.id,
      });
    }
    return { use, mechanism, rules: new Rules(mechanism, use.parameters) };
  });
  const order = ({ mechanism }: Used): number => slots.indexOf(mechanism.slot);
  used.sort((a, b) => order(a) - order(b));
  refuse(used, mechanisms);
  return used;
}

/** Throws the first reason why these mechanisms, or their values, cannot be together. */
function refuse(used: readonly Used[], mechanisms: readonly Mechanism[]): void {
  const [refusal] = refusals(used.map(({ mechanism, use }) => ({ mechanism, parameters: use.parameters })));
  if (refusal) {
    const { path, message, hint } = refusal;
    throw new StudioError({ code: 'parameter.refused', message, hint, where: path });
  }
  const [clash] = clashes(
    used.map(({ mechanism }) => mechanism),
    mechanisms,
  );
  if (clash) {
    const { code, message, hint, mechanism } = clash;
    throw new StudioError({ code, message, hint, where: mechanism });
  }
}

/** The shared tables and scalars, with what these mechanisms have for themselves; `rowsOf` says how long a table is. */
export function stateOf(
  mechanisms: readonly Mechanism[],
  rowsOf: (table: TableName) => number,
): Pick<Model, 'tables' | 'records'> {
  const names = Object.keys(columns) as TableName[];
  const tables = names.map((name) => {
    const shared = Object.entries(columns[name]).map(([column, { type }]) => [column, type] as const);
    const own = mechanisms.flatMap((mechanism) =>
      Object.entries(mechanism.columns ?? {})
        .filter(([, { table }]) => table === name)
        .map(([column, { type }]) => [ownName(mechanism, column), type] as const),
    );
    return [name, { rows: rowsOf(name), columns: Object.fromEntries([...shared, ...own]) }] as const;
  });
  const shared = Object.entries(records).map(([group, scalars]) => {
    const first = Object.entries(scalars).map(([name, { start }]) => [name, start] as const);
    return [group, Object.fromEntries(first)] as const;
  });
  const own = mechanisms.map(({ id, state = {} }) => [id, state] as const);
  return { tables: Object.fromEntries(tables), records: Object.fromEntries([...shared, ...own]) };
}

/** Every account, empty. */
export const noTokens: Readonly<Record<string, number>> = Object.fromEntries(
  Object.keys(accounts).map((name) => [name, 0]),
);

/** What each account holds on the first day: several mechanisms may put tokens into one. */
function genesisOf(used: readonly Used[]): Readonly<Record<string, number>> {
  const tokens: Record<string, number> = { ...noTokens };
  for (const { use, mechanism } of used)
    for (const [account, amount] of Object.entries(mechanism.genesis?.(use.parameters) ?? {}))
      tokens[account] = (tokens[account] ?? 0) + amount;
  return tokens;
}

/** A step that begins the day: asks governance what is in force. None where no mechanism of governance changes rules. */
function lawmakers(used: readonly Used[]): readonly Step<object>[] {
  const asked = used.filter(({ mechanism }) => mechanism.inForce);
  if (asked.length === 0) return [];
  const views = new Map<Mechanism, MechanismWorld>();
  const ask = ({ mechanism, rules }: Used, world: object): readonly Patch[] => {
    const view = views.get(mechanism) ?? viewOf(mechanism, world, noLuck);
    views.set(mechanism, view);
    return mechanism.inForce?.(view, rules.parameters) ?? [];
  };
  let inForce: readonly Patch[] = [];
  return [
    {
      id: 'governance',
      run(world) {
        const patches = asked.flatMap((each) => ask(each, world));
        // Rules change on few days, and every mechanism has its own.
        if (areSame(patches, inForce)) return;
        inForce = patches;
        for (const { rules } of used) rules.enforce(patches);
      },
    },
  ];
}

const areSame = (some: readonly Patch[], others: readonly Patch[]): boolean =>
  some.length === others.length &&
  some.every(({ path, value }, i) => path === others[i]?.path && value === others[i]?.value);

function invariantsOf({ mechanism, rules }: Used): readonly Invariant<object>[] {
  let view: MechanismWorld | undefined;
  return (mechanism.invariants ?? []).map(({ says, holds }) => ({
    id: mechanism.id,
    says,
    holds(world) {
      view ??= viewOf(mechanism, world, noLuck);
      return holds(view, rules.parameters);
    },
  }));
}

function stepOf({ rules, mechanism }: Used, part: 'start' | 'step'): Step<object> {
  let view: MechanismWorld | undefined;
  const scalars = mechanism.writes.map((path) => path.slice(0, path.indexOf('.')));
  return {
    id: mechanism.id,
    changes: [...new Set([...scalars, mechanism.id])].filter(
      (group) => group === mechanism.id || group in records,
    ),
    run(world, random) {
      view ??= viewOf(mechanism, world, random);
      mechanism[part]?.(view, rules.parameters);
    },
  };
}

/** Invariants look; they draw nothing. */
const noLuck = stream('', 'invariants');

const ownName = ({ id }: Mechanism, column: string): string => `${id}.${column}`;

/** What one mechanism sees: the shared world, its own columns and state, its stream. */
export function viewOf(mechanism: Mechanism, world: object, random: Stream): MechanismWorld {
  // The boundary where names become types: tables and records were allocated from the declarations that type them.
  const groups = world as Readonly<Record<string, Readonly<Record<string, ArrayOf[ColumnType]>>>>;
  const own = Object.entries(mechanism.columns ?? {}).map(
    ([name, { table }]) => [name, groups[table]?.[ownName(mechanism, name)]] as const,
  );
  // Not spread: see WorldState.
  const view: object = Object.fromEntries([
    ...Object.entries(groups),
    ['own', Object.fromEntries(own)],
    ['state', groups[mechanism.id]],
    ['random', random],
  ]);
  return view as MechanismWorld;
}
