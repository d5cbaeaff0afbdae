import type { ParameterValue } from '../contract/parameter.ts';
import type { Origin, ScenarioDocument } from './scenario-document.ts';
import { showValue } from './show-value.ts';

/** A parameter of a scenario with its value and provenance, for forms and lists. */
export interface DescribedParameter {
  /** Such as `emission.halving.period`. */
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly why: string;
  readonly value: ParameterValue;
  /** In words, such as "60,000,000 token/year". */
  readonly shown: string;
  readonly origin: Origin;
}

/** Every parameter of a scenario, in the order of its mechanisms. */
export function describeParameters(document: ScenarioDocument): readonly DescribedParameter[] {
  const { spec, declared } = document;
  return spec.mechanisms.flatMap((use) => {
    const parameters = declared.find((each) => each.id === use.id)?.parameters ?? {};
    return Object.entries(parameters).flatMap(([name, parameter]): DescribedParameter[] => {
      const path = `${use.id}.${name}`;
      const value = use.parameters[name];
      const origin = document.origins.get(path);
      if (value === undefined || origin === undefined) return [];
      const { label, unit, why } = parameter;
      return [{ path, label, unit, why, value, shown: showValue(value, parameter), origin }];
    });
  });
}
