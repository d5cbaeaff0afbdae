// What travels beside a proposal, as somebody sends it who does not mean well: each is refused or asked about before anything runs.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describedOf, fold, simulate, specDigest } from '../../../../sim-core/engine.ts';
import { type EvidenceBlock, evidenceText, shortHash } from '../../../../sim-core/evidence/evidence-block.ts';
import { parseEvidence } from '../../../../sim-core/evidence/parse-evidence.ts';
import { verdicts } from '../../../../sim-core/metrics/verdicts.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import { openScenario } from '../../../../sim-core/scenario/open-scenario.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { setAll } from '../../../../sim-core/scenario/set-parameter.ts';
import { nodeFiles } from '../../../ports/node-files.ts';
import { installationIn } from '../../installation.ts';
import type { BundleContent } from '../bundle/bundle-content.ts';
import { bundleScenario } from '../bundle/bundle-scenario.ts';
import { openBundle } from '../bundle/open-bundle.ts';
import { writeBundle } from '../bundle/write-bundle.ts';
import { draftBundle } from '../compose/draft-bundle.ts';
import { evidenceFor } from '../evidence-for.ts';
import { verifyLine } from '../verify-line.ts';
import { type BenchParts, openBench } from './open-bench.ts';
import { seedsOf, verifyEvidence } from './verify-evidence.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const home = mkdtempSync(path.join(tmpdir(), 'studio-bench-'));
afterAll(() => rmSync(home, { recursive: true }));
const read = async (name: string) =>
  ({ kind: 'bytes', bytes: readFileSync(path.join(root, 'test/fixtures/scenarios/small', name)) }) as const;
const engine = { id: `sha256:${'a1'.repeat(32)}`, version: '1.2.3' };
const digest = ({ spec }: Pick<ScenarioDocument, 'spec'>) => specDigest(spec);
const seeds = '1..2';

function ran({ spec }: ScenarioDocument) {
  const results = seedsOf(seeds).map((seed) => {
    const run = simulate(spec, seed);
    let next = run.next();
    while (next.done !== true) next = run.next();
    return next.value;
  });
  return fold(spec, seedsOf(seeds), results, [], describedOf(spec));
}

let base: ScenarioDocument;
let block: EvidenceBlock;
let proposed: ScenarioDocument;
let content: BundleContent;
beforeAll(async () => {
  const opened = await openScenario(read, 'scenario.yaml', 'small');
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  base = opened.document;
  const made = setAll(base, [{ path: 'agents.token.supply', written: '1234567' }]);
  if (!made.ok) throw new Error(made.problems[0]?.message);
  proposed = made.document;
  const documents = { base, proposal: made.document };
  const runs = { base: ran(base), proposal: ran(made.document) };
  const evidence = evidenceFor(
    {
      ...{ ...documents, ran: documents, baseId: 'small', seeds, engine, specDigest: digest },
      runs: { ...runs, rules: verdicts, suggest: suggestion },
    },
    [],
    verifyLine,
  );
  const travelling = { shipped: false, read: { base: read, proposal: read } };
  const bundle = await draftBundle(evidence, travelling, {
    ...{ documents, ran: documents, runs, engine, specDigest: digest },
  });
  if (bundle === undefined) throw new Error('a base that is not shipped has a bundle');
  block = { ...evidence, bundle: bundle.cid };
  content = (await openBundle(bundle.bytes)).content;
});

interface Sent {
  readonly block?: Partial<EvidenceBlock>;
  /** What is found under the name that the block has. */
  readonly bundle?: BundleContent | 'missing' | Uint8Array;
  readonly parts?: Partial<BenchParts>;
}

/** What verifying comes to with what was sent; counts the scenarios that were run. */
async function verified({ block: changed = {}, bundle = content, parts = {} }: Sent) {
  const found = parseEvidence(evidenceText({ ...block, ...changed }));
  if (!found.ok) throw new Error(found.problems[0]?.message);
  const bytes = bundle === 'missing' || bundle instanceof Uint8Array ? bundle : writeBundle(bundle).bytes;
  const bench = await openBench(found.block, {
    ...{ files: nodeFiles, installation: installationIn(root), userFolder: home },
    ...{ engine, specDigest: digest, overlays: new Map(), engines: [], trust: [] },
    local: async () => undefined,
    bundle: async () => (bytes === 'missing' ? { kind: 'missing' } : { kind: 'bytes', bytes }),
    ...parts,
  });
  let runs = 0;
  const { outcome, lines, needs } = await verifyEvidence(found, bench, async (both) => {
    runs += 2;
    return { base: ran(both.base), proposal: ran(both.proposal) };
  });
  const bad = lines.filter(({ standing }) => standing === 'differs' || standing === 'cannot-run');
  const told = bad.map(({ text, why }) => `${text.split(' ')[0]}: ${why}`).join('\n');
  return { outcome, told, needs, runs };
}

const nothing = { outcome: 'cannot-run', runs: 0 };
const named = (sent: BundleContent): Sent => ({ block: { bundle: writeBundle(sent).cid }, bundle: sent });

describe('a bundle beside a proposal', () => {
  it('is enough to reproduce it, and its own name is checked with it', async () => {
    expect(await verified({})).toMatchObject({ outcome: 'reproduced', runs: 2 });
  });

  it('need not be there where its scenario is', async () => {
    const local = async () => ({ document: base, read });
    expect(await verified({ bundle: 'missing', parts: { local } })).toMatchObject({ outcome: 'reproduced' });
  });

  it('is asked for by its name where nothing else has the base', async () => {
    const { told, ...rest } = await verified({ bundle: 'missing' });
    expect(rest).toMatchObject(nothing);
    expect(told).toContain(`it travels in ${block.bundle}.car`);
  });

  it('of another name is refused', async () => {
    const { told, ...rest } = await verified({ bundle: { ...content, metrics: 'other' } });
    expect(rest).toMatchObject(nothing);
    expect(told).toMatch(
      /^bundle: The bundle is refused: it is bafyrei\w+, not the one that the block names/,
    );
  });

  it('that is no bundle is refused', async () => {
    const { told, ...rest } = await verified({ bundle: new TextEncoder().encode('hello') });
    expect(rest).toMatchObject(nothing);
    expect(told).toMatch(/^bundle: The bundle is refused/);
  });

  it.each<[string, (made: BundleContent) => BundleContent]>([
    ['metrics', (made) => ({ ...made, metrics: made.metrics.replace(/\d\n/, '9\n') })],
    [
      'a manifest',
      ({ manifest, ...rest }) => {
        const proposal = { ...manifest.runs.proposal, digest: `sha256:${'0'.repeat(64)}` };
        return { ...rest, manifest: { ...manifest, runs: { ...manifest.runs, proposal } } };
      },
    ],
  ])('with %s that no run has made is found out', async (_, forge) => {
    const { outcome, told, runs } = await verified(named(forge(content)));
    expect({ outcome, runs }).toEqual({ outcome: 'differs', runs: 2 });
    expect(told).toMatch(/^bundle: Made anew/);
  });

  it('whose base is another than the block says is refused', async () => {
    const hash = `sha256:${'0'.repeat(32)}`;
    const { told, ...rest } = await verified({ block: { base: { ...block.base, digest: hash } } });
    expect(rest).toMatchObject(nothing);
    expect(told).toContain(`base: The bundle is refused: it holds no small of the hash ${hash}`);
  });

  it('whose text means another base than the one that would run is refused', async () => {
    const file = content.base.files[0];
    if (file === undefined) throw new Error('the base travels with its text');
    const text = new TextDecoder().decode(file.bytes).replace('value: 1000000', 'value: 9000000');
    const files = [{ ...file, bytes: new TextEncoder().encode(text) }, ...content.base.files.slice(1)];
    const { told, ...rest } = await verified(named({ ...content, base: { ...content.base, files } }));
    expect(rest).toMatchObject(nothing);
    expect(told).toContain('base: The bundle is refused: the text of small does not mean what its hash says');
  });

  it('whose base would run far longer than the block says is refused', async () => {
    const spec = { ...content.base.spec, ticks: 2_000_000_000 };
    const long = { ...content.base, spec, digest: specDigest(spec), files: [] };
    const digestOfIt = shortHash(long.digest);
    const { told, ...rest } = await verified({
      ...named({ ...content, base: long }),
      block: {
        bundle: writeBundle({ ...content, base: long }).cid,
        base: { ...block.base, digest: digestOfIt },
        changes: [{ path: 'horizon', from: '2000000000 day', to: '20 day' }, ...block.changes],
      },
    });
    expect(rest).toMatchObject(nothing);
    expect(told).toMatch(/^horizon: The base: 2 seeds of 2000000000 days/);
  });
});

describe('a proposal that is a scenario of its own', () => {
  const sent = async (changes: EvidenceBlock['changes']): Promise<Sent> => {
    const whole = await bundleScenario(proposed, read, digest);
    const both = { ...content, proposal: whole };
    const { id, version } = proposed.spec;
    const proposal = { id, version, digest: shortHash(whole.digest) };
    return { bundle: both, block: { bundle: writeBundle(both).cid, proposal, changes } };
  };

  it('is reproduced where its lines say every change', async () => {
    expect(await verified(await sent(block.changes))).toMatchObject({ outcome: 'reproduced', told: '' });
  });

  it('is not where a change is kept quiet', async () => {
    const { told, ...rest } = await verified(await sent([]));
    expect(rest).toMatchObject({ outcome: 'differs', runs: 0 });
    expect(told).toMatch(/^proposal: It also changes .* which no line says/);
  });
});

describe('a spec without its text', () => {
  const told = async (spec: BundleContent['base']['spec'], id = block.base.id) => {
    const bare = { ...content.base, id: spec.id, spec, digest: specDigest(spec), files: [] };
    const sent = named({ ...content, base: bare });
    const { told, ...rest } = await verified({
      ...{ ...sent, block: { ...sent.block, base: { ...block.base, id, digest: shortHash(bare.digest) } } },
    });
    expect(rest).toMatchObject(nothing);
    return told;
  };

  it('is refused under the name of another scenario', async () => {
    expect(await told(content.base.spec, 'wireless-burn-mint')).toContain(
      'which the block calls wireless-burn-mint',
    );
  });

  it('is refused with modules that are not there', async () => {
    const code = [{ name: 'metrics/own.js', id: `sha256:${'a'.repeat(64)}` }];
    expect(await told({ ...content.base.spec, code })).toContain('the modules of small are not those');
  });

  it.each([4e9, '500', -1])('is refused with %j rows', async (rows) => {
    const mechanisms = content.base.spec.mechanisms.map((each) =>
      each.id === 'agents.providers' ? { ...each, parameters: { ...each.parameters, rows } } : each,
    );
    expect(await told({ ...content.base.spec, mechanisms })).toContain(
      'agents.providers.rows is not what it may be',
    );
  });
});

describe('code in a bundle', () => {
  const text = 'export default () => ({});\n';
  const id = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  const module = { name: 'metrics/own.js', id, text };

  it('that the block does not name is refused', async () => {
    const { told, ...rest } = await verified(named({ ...content, code: [module] }));
    expect(rest).toMatchObject(nothing);
    expect(told).toContain('it brings code that the block does not name (metrics/own.js)');
  });

  it('is shown and asked about, and nothing runs before it is trusted', async () => {
    const sent = named({ ...content, code: [module] });
    const code = [{ name: module.name, id: shortHash(id) }];
    const { told, ...rest } = await verified({ ...sent, block: { ...sent.block, code } });
    expect(rest).toEqual({ ...nothing, needs: [{ kind: 'module', ...module }] });
    expect(told).toContain(`code: It needs code ${id}`);
    const other = await verified({
      ...{ ...sent, block: { ...sent.block, code } },
      parts: { trust: [`sha256:${'f'.repeat(64)}`] },
    });
    expect(other).toMatchObject({ ...nothing, needs: [{ id }] });
  });
});

describe('an engine of another release', () => {
  const text = 'export const nothing = 0;\n';
  const id = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  const older = { engine: { version: '1.0.0', id: shortHash(id) } };

  it('is asked for where it is not here', async () => {
    const { told, ...rest } = await verified({ block: older });
    expect(rest).toMatchObject({ ...nothing, needs: [] });
    expect(told).toMatch(/^engine: Engine 1\.0\.0 \(sha256:\w+\) is not here/);
  });

  it('is found in a file or a folder by its hash alone, and asked about where no list has it', async () => {
    const file = path.join(home, 'whatever.js');
    writeFileSync(file, text);
    for (const place of [file, home]) {
      const { told, ...rest } = await verified({ block: older, parts: { engines: [place] } });
      expect(rest).toEqual({ ...nothing, needs: [{ kind: 'engine', name: '1.0.0', id, text }] });
      expect(told).toContain(`engine: It needs code ${id}`);
    }
    writeFileSync(file, `${text}// changed`);
    const { told } = await verified({ block: older, parts: { engines: [file], trust: [id] } });
    expect(told).toMatch(/is not here/);
  });
});
