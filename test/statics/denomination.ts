import type { Parameter, ParameterValue } from '../../sim-core/contract/parameter.ts';
import type { MechanismUse, ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { mechanisms } from '../../sim-core/mechanisms/index.ts';

/**
 * The same economy with `factor` tokens for each one: every amount of tokens times it, every price of a token over it. What is
 * an amount of tokens is what has its unit, so no mechanism can be forgotten.
 */
export function denominated(spec: ScenarioSpec, factor: number): ScenarioSpec {
  return { ...spec, mechanisms: spec.mechanisms.map((use) => denominatedUse(use, factor)) };
}

function denominatedUse(use: MechanismUse, factor: number): MechanismUse {
  const declared = mechanisms.find(({ id }) => id === use.id)?.parameters ?? {};
  const parameters = Object.entries(use.parameters).map(([name, value]) => {
    const parameter = declared[name];
    return [name, parameter ? scaled(parameter, value, factor) : value] as const;
  });
  return { ...use, parameters: Object.fromEntries(parameters) };
}

function scaled(parameter: Parameter, value: ParameterValue, factor: number): ParameterValue {
  const times = scaleOf(parameter.unit, factor);
  if (parameter.kind === 'number' && typeof value === 'number') return value * times;
  if (typeof value !== 'object') return value;
  if (parameter.kind === 'series' && 'values' in value && 'days' in value) {
    return { ...value, values: value.values.map((each) => Number(each) * times) } as ParameterValue;
  }
  if (parameter.kind !== 'table') return value;
  const cells = Object.entries(value).map(([name, column]) => {
    const declared = parameter.columns[name];
    if (declared?.kind !== 'number' || !Array.isArray(column)) return [name, column] as const;
    const by = scaleOf(declared.unit, factor);
    return [name, column.map((each) => Number(each) * by)] as const;
  });
  return Object.fromEntries(cells) as ParameterValue;
}

/** `token`, `token/day` and the like are amounts; `USD/token` is a price. */
function scaleOf(unit: string, factor: number): number {
  if (unit === 'token' || unit.startsWith('token/')) return factor;
  return unit === 'USD/token' ? 1 / factor : 1;
}
