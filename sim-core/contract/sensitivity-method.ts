/** Ways of asking which parameters matter. */
export const sensitivityMethods = ['morris', 'sobol', 'regional'] as const;
export type SensitivityMethod = (typeof sensitivityMethods)[number];
