import { evidenceLimits } from '../../../../sim-core/evidence/evidence-limits.ts';
import { canonicalJson } from '../../../../sim-core/kernel/canonical.ts';
import { openScenario } from '../../../../sim-core/scenario/open-scenario.ts';
import type {
  MechanismDeclaration,
  ScenarioDocument,
} from '../../../../sim-core/scenario/scenario-document.ts';
import { Refusal } from '../../refusal.ts';
import type { BundleContent, BundledScenario } from './bundle-content.ts';
import { refusedBundle } from './refused-bundle.ts';

interface Reading {
  readonly code: BundleContent['code'];
  /** The engine's mechanisms, and those that the modules declare. */
  readonly declared: readonly MechanismDeclaration[];
  readonly specDigest: (document: Pick<ScenarioDocument, 'spec'>) => string;
  /**
   * True where an older engine runs it: this studio may read its text otherwise than the one that wrote it, and the spec, whose digest
   * was checked, is what runs.
   */
  readonly older: boolean;
}

/** A scenario of a bundle, read as if it stood in a folder. Throws `bundle.refused` where its text means another spec, or a `Refusal`. */
export async function bundledDocument(
  scenario: BundledScenario,
  { code, declared, specDigest, older }: Reading,
): Promise<ScenarioDocument> {
  const { spec, files } = scenario;
  const own = spec.code === undefined ? {} : { code };
  const bare: ScenarioDocument = {
    ...{ file: `${scenario.id}/spec.json`, text: canonicalJson(spec), spec, declared, ...own },
    metadata: { title: scenario.id, question: '', network: '', sources: new Map() },
    ...{ origins: new Map(), warnings: [] },
  };
  const brought = spec.code === undefined ? [] : code.map(({ name, id }) => ({ name, id }));
  if (canonicalJson(spec.code ?? []) !== canonicalJson(brought))
    throw refusedBundle(`the modules of ${scenario.id} are not those that its spec names`);
  refuseNumbers(spec, older ? [] : declared);
  if (files.length === 0) return bare;
  const contents = new Map(files.map(({ name, bytes }) => [name, bytes]));
  const read = await openScenario(
    async (name) => {
      const bytes = contents.get(name);
      return bytes === undefined ? { kind: 'missing' } : { kind: 'bytes', bytes };
    },
    'scenario.yaml',
    `${scenario.id}/scenario.yaml`,
    declared,
  );
  if (!read.ok) {
    if (older) return bare;
    throw new Refusal(read.problems);
  }
  const named = spec.code === undefined ? {} : { code: code.map(({ name, id }) => ({ name, id })) };
  const document = { ...read.document, ...own, spec: { ...read.document.spec, ...named } };
  if (specDigest(document) === scenario.digest) return document;
  if (older) return { ...document, spec };
  throw refusedBundle(`the text of ${scenario.id} does not mean what its hash says`);
}

/** Tables are laid out before anything is checked: none is larger than what a scenario may ask for. */
const tables = new Map([
  ['agents.providers', ['rows']],
  ['agents.users', ['count']],
  ['agents.cells', ['cells']],
]);

/**
 * A spec without a text was read by nobody: its numbers are held to the ranges that a text's are, its tables always to a size that fits a
 * computer. Throws `bundle.refused`.
 */
function refuseNumbers({ mechanisms }: BundledScenario['spec'], declared: Reading['declared']): void {
  for (const { id, parameters } of mechanisms) {
    const known = declared.find((each) => each.id === id)?.parameters ?? {};
    for (const [name, value] of Object.entries(parameters)) {
      const its = known[name];
      const isTable = tables.get(id)?.includes(name) === true;
      const isRange = its?.kind === 'number';
      if (!isTable && !isRange) continue;
      const least = isRange ? its.min : 0;
      const most = Math.min(
        isRange ? its.max : Number.MAX_VALUE,
        isTable ? evidenceLimits.providers : Infinity,
      );
      if (typeof value === 'number' && value >= least && value <= most) continue;
      throw refusedBundle(`${id}.${name} is not what it may be`);
    }
  }
}
