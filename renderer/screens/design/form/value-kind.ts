import type { Distribution, ParameterValue, Series } from '../../../../sim-core/contract/parameter.ts';

export const isDistribution = (value: ParameterValue): value is Distribution =>
  typeof value === 'object' && 'kind' in value && typeof value.kind === 'string';

export const isSeries = (value: ParameterValue): value is Series =>
  typeof value === 'object' && 'days' in value && 'values' in value && !isDistribution(value);

/** Whether two values mean the same. */
export const sameValue = (one: ParameterValue | undefined, other: ParameterValue | undefined): boolean =>
  one === other ||
  (one !== undefined && other !== undefined && JSON.stringify(one) === JSON.stringify(other));
