import path from 'node:path';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { openShipped } from '../../main/services/scenarios/open-scenarios.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { fullEconomy } from './full-economy.ts';

/** The specs that are measured, by rows of providers and days. */
export const workloads = { wireless, economy } as const;

export type Workload = keyof typeof workloads;

/** The shipped wireless scenario, driven by the record. */
async function wireless(root: string, rows: number, ticks: number): Promise<ScenarioSpec> {
  const { spec } = await openShipped(nodeFiles, path.join(root, 'scenarios'), 'wireless-burn-mint');
  const mechanisms = spec.mechanisms.map((use) =>
    use.id === 'agents.providers' ? { ...use, parameters: { ...use.parameters, rows } } : use,
  );
  return { ...spec, ticks, mechanisms };
}

/** Every slot filled, one customer for five providers, in the regions of the wireless scenario. */
async function economy(root: string, rows: number, ticks: number): Promise<ScenarioSpec> {
  const { mechanisms } = await wireless(root, rows, ticks);
  const use = mechanisms.find(({ id }) => id === 'agents.providers');
  const regions = use?.parameters.regions;
  if (regions === undefined) throw new Error('The wireless scenario has no regions.');
  return fullEconomy({ rows, users: rows / 5, ticks, regions });
}
