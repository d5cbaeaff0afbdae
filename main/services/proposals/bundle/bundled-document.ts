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
