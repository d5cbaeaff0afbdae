import path from 'node:path';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { installationIn } from '../../main/services/installation.ts';
import { openShipped } from '../../main/services/scenarios/open-scenarios.ts';
import { root } from '../../scripts/root.mjs';
import type { MechanismUse, ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { mechanismUse } from '../../sim-core/validation/economy.ts';

export const installation = installationIn(path.resolve(root));

/** The shipped scenario, shortened to 120 days and 1,000 rows: golden digests should take a second, not a minute. */
export async function recordedSpec(): Promise<ScenarioSpec> {
  const { spec } = await openShipped(nodeFiles, installation.scenarios, 'wireless-burn-mint');
  return withParameters({ ...spec, ticks: 120 }, { 'agents.providers': { rows: 1000 } });
}

/** The same with traders and a pool instead of the recorded price, and rewards by capacity: a price that the run itself makes. */
export async function tradedSpec(): Promise<ScenarioSpec> {
  const recorded = await recordedSpec();
  const kept = recorded.mechanisms.filter(({ id }) => id !== 'market.recorded' && id !== 'reward.data-first');
  const added = ['reward.per-capacity', 'market.traders', 'market.uniform-batch'].map((id) =>
    mechanismUse(id),
  );
  return { ...recorded, id: 'wireless-traded', mechanisms: [...kept, ...added] };
}

function withParameters(
  spec: ScenarioSpec,
  given: Readonly<Record<string, MechanismUse['parameters']>>,
): ScenarioSpec {
  const uses = spec.mechanisms.map((use) => ({
    ...use,
    parameters: { ...use.parameters, ...given[use.id] },
  }));
  return { ...spec, mechanisms: uses };
}
