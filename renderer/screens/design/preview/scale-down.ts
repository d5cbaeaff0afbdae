import type { ScenarioSpec } from '../../../../sim-core/contract/scenario.ts';

/** More rows than this would make a preview wait. */
export const mostRows = 10_000;

export interface PreviewSpec {
  readonly spec: ScenarioSpec;
  /** Rows of the scenario, where they are more than the preview simulates. */
  readonly scaledFrom?: number;
}

/** The spec with at most 10,000 rows of providers: each then stands for more units, so that totals stay what they are. */
export function scaleDown(spec: ScenarioSpec): PreviewSpec {
  const use = spec.mechanisms.find(({ id }) => id === 'agents.providers');
  const { rows, weight } = use?.parameters ?? {};
  if (use === undefined || typeof rows !== 'number' || typeof weight !== 'number' || rows <= mostRows)
    return { spec };
  const parameters = { ...use.parameters, rows: mostRows, weight: (rows * weight) / mostRows };
  const mechanisms = spec.mechanisms.map((each) => (each === use ? { ...use, parameters } : each));
  return { spec: { ...spec, mechanisms }, scaledFrom: rows };
}
