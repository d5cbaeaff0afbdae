// The three networks whose behaviour is claimed: wireless with data credits, storage with collateral, compute with burns.
import path from 'node:path';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { root } from '../../scripts/root.mjs';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import type { ReadFile } from '../../sim-core/scenario/file-content.ts';
import { openScenario } from '../../sim-core/scenario/open-scenario.ts';
import type { ScenarioDocument, ScenarioRead } from '../../sim-core/scenario/scenario-document.ts';
import { setAll } from '../../sim-core/scenario/set-parameter.ts';
import { mechanismUse } from '../../sim-core/validation/economy.ts';

/** Values by `<mechanism id>.<parameter>`, each as a person writes it. */
export type Changes = Readonly<Record<string, string | number>>;

/** A network by its free scenario, with the declared values where that differs; `spec` changes some further. */
export interface Archetype {
  readonly document: ScenarioDocument;
  spec(changes?: Changes): ScenarioSpec;
}

/** Rows simulated; the published ensembles have 10,000, of a quarter of the weight. */
const rows = 2500;

/** Shares, prices, duties and delays of the four regions that all three networks stand in. */
const regions = `name,share,power_price,import_markup,extra_lead
A,0.35,0.16,0,0
B,0.3,0.25,0.1,10
C,0.25,0.1,0.05,5
D,0.1,0.12,0.3,30
`;

const fiveYears = { horizon: '1826 day' };

/** Helium from 2021: everything is burned for data, which half of the cells can have. */
export const wireless = (): Promise<Archetype> =>
  archetype('wireless-burn-mint', (document) => document, {
    ...fiveYears,
    'agents.providers.rows': rows,
    'agents.providers.weight': 520,
    'agents.users.count': 300,
    // As many rows a cell as 10,000 rows have in 2,000.
    'agents.cells.cells': 500,
    'emission.net.cap': 1643.8,
  });

/** Filecoin from its launch: pledges, vesting, baseline minting. */
export const storage = (): Promise<Archetype> =>
  archetype('storage-collateral', (document) => document, {
    ...fiveYears,
    'agents.providers.rows': rows,
    'agents.providers.weight': 16,
    // 770 units of 40,000.
    'agents.providers.activeAtStart': 0.01925,
    'agents.users.count': 300,
    'supply.hardware.rampTime': 365,
    'supply.hardware.leadTime': 90,
    'supply.rational-entry.innovation': 0.05,
  });

/** A network of graphics cards whose emission falls by 0.06 % a day and is small beside its supply. */
export const compute = (): Promise<Archetype> =>
  archetype(
    'gpu-compute',
    (document) => withEmission(document, 'emission.table', 'emission.exponential-decay'),
    {
      ...fiveYears,
      'agents.token.supply': 388_360_000,
      'agents.providers.rows': rows,
      'agents.providers.weight': 4,
      'agents.providers.activeAtStart': 0.06,
      'agents.users.count': 300,
      'agents.users.awareAtStart': 0.05,
      'agents.users.customersAtStart': 0,
      'emission.exponential-decay.initial': 25_000,
      'emission.exponential-decay.decline': 0.0006,
      'emission.exponential-decay.epochsPerDay': 1,
      'emission.exponential-decay.first': '2023-12-20',
      'reward.per-capacity.providerShare': 0.27,
    },
  );

async function archetype(
  folder: string,
  adapt: (document: ScenarioDocument) => ScenarioDocument,
  values: Changes,
): Promise<Archetype> {
  const read: ReadFile = async (file, limit) =>
    file === 'data/regions.csv'
      ? { kind: 'bytes', bytes: new TextEncoder().encode(regions) }
      : nodeFiles.read(path.join(root, 'scenarios', folder, ...file.split('/')), limit);
  const document = changed(adapt(opened(await openScenario(read, 'free.yaml', `${folder}/free`))), values);
  return { document, spec: (changes = {}) => changed(document, changes).spec };
}

function changed(document: ScenarioDocument, changes: Changes): ScenarioDocument {
  return opened(
    setAll(
      document,
      Object.entries(changes).map(([at, value]) => ({ path: at, written: String(value) })),
    ),
  );
}

function opened(result: ScenarioRead): ScenarioDocument {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.document;
}

/** The document with another mechanism of emission, as its declaration has it. */
function withEmission(document: ScenarioDocument, from: string, to: string): ScenarioDocument {
  const { spec } = document;
  const uses = spec.mechanisms.map((use) => (use.id === from ? mechanismUse(to) : use));
  return { ...document, spec: { ...spec, mechanisms: uses } };
}
