import { toProblem } from '../../../../sim-core/contract/errors.ts';
import type { Declaration } from '../../../../sim-core/contract/extension.ts';
import { type EvidenceBlock, shortHash } from '../../../../sim-core/evidence/evidence-block.ts';
import { mechanisms } from '../../../../sim-core/mechanisms/index.ts';
import type { FileContent, ReadFile } from '../../../../sim-core/scenario/file-content.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import type { Files } from '../../../ports/files.ts';
import type { Installation } from '../../installation.ts';
import { inOwnThread } from '../../own-code/in-own-thread.ts';
import { trustedIds } from '../../own-code/trust.ts';
import { bundleLimits } from '../bundle/bundle-limits.ts';
import { bundleOf } from '../bundle/bundle-of.ts';
import { bundleScenario } from '../bundle/bundle-scenario.ts';
import { bundledDocument } from '../bundle/bundled-document.ts';
import { type OpenedBundle, openBundle } from '../bundle/open-bundle.ts';
import { refusedBundle } from '../bundle/refused-bundle.ts';
import { enginesFolder, findEngine } from '../engines/find-engine.ts';
import type { Bench } from './bench.ts';
import type { Beside } from './beside.ts';

/** A scenario that stands here, and how the data beside it is read. */
export interface LocalScenario {
  readonly document: ScenarioDocument;
  readonly read: ReadFile;
}

/** What a door gives to find what a block names. */
export interface BenchParts extends Omit<Bench, 'scenario' | 'beside'> {
  readonly files: Files;
  readonly installation: Installation;
  readonly userFolder: string;
  /** The scenario of an id; undefined where there is none. Throws what is wrong with one. */
  readonly local: (id: string) => Promise<LocalScenario | undefined>;
  /** The bundle that travels beside the proposal. */
  readonly bundle: (cid: string) => Promise<FileContent>;
  /** Hashes that the person trusts for this once, in full or as the block has them. */
  readonly trust: readonly string[];
  /** Files, or folders of files, that hold engines of other releases. */
  readonly engines: readonly string[];
}

/** The bench for a block, with all that travels beside it. Nothing of that has run when this resolves. */
export async function openBench(block: EvidenceBlock, parts: BenchParts): Promise<Bench> {
  const { files, installation, userFolder, specDigest } = parts;
  const kept = await trustedIds(files, userFolder);
  const trusted = (id: string): boolean =>
    kept.has(id) || parts.trust.some((each) => each === id || each === shortHash(id));
  const isOurs = block.engine.id === shortHash(parts.engine.id);
  const places = [...parts.engines, enginesFolder(userFolder), installation.engines];
  const engine = isOurs ? undefined : await findEngine(files, places, block.engine.id);
  const bundle =
    block.bundle === undefined ? undefined : await bundleIn(block, await parts.bundle(block.bundle));
  const opened = bundle !== undefined && 'content' in bundle ? bundle : undefined;
  const locals = new Map<ScenarioDocument, ReadFile>();

  const scenario: Bench['scenario'] = async (name) => {
    if (opened !== undefined) return await bundledScenario(opened, name);
    const found = await parts.local(name.id);
    if (found !== undefined) locals.set(found.document, found.read);
    return found?.document;
  };
  const bundledScenario = async ({ content }: OpenedBundle, { id, digest }: EvidenceBlock['base']) => {
    const { base, proposal = base, code } = content;
    const found = [base, proposal].find((each) => shortHash(each.digest) === digest);
    if (found === undefined) throw refusedBundle(`it holds no ${id} of the hash ${digest}`);
    // Variants that are shipped are known by their place: then it has to be what stands there.
    const there = id === found.spec.id ? undefined : await parts.local(id).catch(() => undefined);
    if (id !== found.spec.id && (there === undefined || specDigest(there.document) !== found.digest))
      throw refusedBundle(`it holds ${found.spec.id}, which the block calls ${id}`);
    // `prepare` has told so before; nothing runs here that was not trusted.
    if (!code.every((module) => trusted(module.id))) throw refusedBundle('its modules are not trusted');
    const declared = [...mechanisms, ...(await declarations(content))];
    return await bundledDocument(found, { code, declared, specDigest, older: !isOurs });
  };
  let declaring: Promise<readonly Declaration[]> | undefined;
  const declarations = async ({ code }: OpenedBundle['content']): Promise<readonly Declaration[]> => {
    if (code.length === 0) return [];
    declaring ??= inOwnThread(installation, code, ({ loaded }) => loaded);
    return await declaring;
  };
  const rebundle: Beside['rebundle'] = async ({ named, documents, runs }) => {
    const missing: ReadFile = async () => ({ kind: 'missing' });
    const whole = async (document: ScenarioDocument) =>
      await bundleScenario(document, locals.get(document) ?? missing, specDigest);
    const base = opened?.content.base ?? (await whole(named.base));
    const proposal =
      block.proposal === undefined ? undefined : (opened?.content.proposal ?? (await whole(named.proposal)));
    const experiment = opened?.content.experiment;
    return bundleOf({
      ...{ base, runs, seeds: block.seeds },
      ...(proposal === undefined ? {} : { proposal }),
      code: documents.proposal.code ?? documents.base.code ?? [],
      ...(experiment === undefined ? {} : { experiment }),
      engine: { version: block.engine.version, id: engine?.id ?? parts.engine.id },
      specDigests: { base: specDigest(documents.base), proposal: specDigest(documents.proposal) },
    });
  };
  return {
    ...{ engine: parts.engine, specDigest, overlays: parts.overlays, scenario },
    beside: {
      ...(engine === undefined ? {} : { engine }),
      ...(bundle === undefined ? {} : { bundle }),
      ...{ trusted, rebundle },
    },
  };
}

/** What a runner has to know of the engine that the block names. */
export const runsWith = ({
  beside,
}: Bench): { readonly otherEngine?: { readonly text: string; readonly id: string } } =>
  beside?.engine === undefined ? {} : { otherEngine: beside.engine };

/** The bundle of a block, or why it is refused; undefined where there is none. */
async function bundleIn(block: EvidenceBlock, content: FileContent): Promise<Beside['bundle']> {
  if (content.kind === 'missing') return undefined;
  try {
    if (content.kind === 'too-large')
      throw refusedBundle(`it has ${content.size} bytes, and ${bundleLimits.bytes} are read`);
    if (content.kind === 'unreadable') throw refusedBundle(`it cannot be read: ${content.because}`);
    const opened = await openBundle(content.bytes);
    if (opened.cid !== block.bundle)
      throw refusedBundle(`it is ${opened.cid}, not the one that the block names`);
    const isNamed = ({ name, id }: { readonly name: string; readonly id: string }) =>
      block.code.some((each) => each.name === name && each.id === shortHash(id));
    const strange = opened.content.code.find((module) => !isNamed(module));
    if (strange !== undefined)
      throw refusedBundle(`it brings code that the block does not name (${strange.name})`);
    return opened;
  } catch (error) {
    const { message, hint = '' } = toProblem(error);
    return { refused: `${message} ${hint}`.trim() };
  }
}
