import { readdirSync } from 'node:fs';
import path from 'node:path';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { openScenario } from '../../sim-core/scenario/open-scenario.ts';
import type { ScenarioDocument } from '../../sim-core/scenario/scenario-document.ts';
import { setAll } from '../../sim-core/scenario/set-parameter.ts';
import { installation } from './specs.ts';

const notScenarios = new Set(['backtest.yaml', 'charts.yaml']);

/** Every shipped scenario and variant, as `id` or `id/variant`. */
export function shippedIds(): readonly string[] {
  const folders = readdirSync(installation.scenarios, { withFileTypes: true });
  return folders
    .filter((entry) => entry.isDirectory() && entry.name !== 'overlays')
    .flatMap(({ name }) =>
      readdirSync(path.join(installation.scenarios, name))
        .filter((file) => file.endsWith('.yaml') && !notScenarios.has(file))
        .map((file) => (file === 'scenario.yaml' ? name : `${name}/${file.replace('.yaml', '')}`)),
    )
    .sort();
}

/** A shipped scenario over `days`, with at most `rows` rows that stand for as many units as it has. */
export async function smaller(id: string, days: number, rows = 400): Promise<ScenarioDocument> {
  const [folder = '', variant = 'scenario'] = id.split('/');
  const read = (name: string, limit: number) =>
    nodeFiles.read(path.join(installation.scenarios, folder, name), limit);
  const opened = await openScenario(read, `${variant}.yaml`, id);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const providers = opened.document.spec.mechanisms.find((use) => use.id === 'agents.providers')?.parameters;
  const [units, each] = [Number(providers?.rows), Number(providers?.weight)];
  const few = Math.min(units, rows);
  const set = setAll(opened.document, [
    { path: 'horizon', written: `${Math.min(days, opened.document.spec.ticks)} day` },
    { path: 'agents.providers.rows', written: String(few) },
    { path: 'agents.providers.weight', written: String((units * each) / few) },
  ]);
  if (!set.ok) throw new Error(JSON.stringify(set.problems));
  return set.document;
}
