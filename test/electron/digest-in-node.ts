import path from 'node:path';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { installationIn } from '../../main/services/installation.ts';
import { openShipped } from '../../main/services/scenarios/open-scenarios.ts';
import { root } from '../../scripts/root.mjs';
import { loadEngine } from '../../sim-core/worker/load-engine.ts';
import { createPool } from '../../sim-core/worker/pool.ts';
import { spawnNode } from '../../sim-core/worker/spawn-node.ts';

/** The digest of a batch that worker threads simulate, with the built engine. */
export async function digestInNode(scenario: string, seeds: readonly string[]): Promise<string> {
  const { scenarios, engineUrl, workerUrl } = installationIn(path.resolve(root));
  const { spec } = await openShipped(nodeFiles, scenarios, scenario);
  const pool = createPool({ size: 2, spawn: spawnNode({ workerUrl, engineUrl }) });
  try {
    const { results, failures } = await pool.batch({ spec, seeds }).done;
    return (await loadEngine(engineUrl.href)).fold(spec, seeds, results, failures).digest;
  } finally {
    pool.close();
  }
}
