// A bundle is written from the small scenario of the tests; then every way to damage it is tried.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { specDigest } from '../../../../sim-core/engine.ts';
import { canonicalJson, digestOf } from '../../../../sim-core/kernel/canonical.ts';
import { mechanisms } from '../../../../sim-core/mechanisms/index.ts';
import type { ReadFile } from '../../../../sim-core/scenario/file-content.ts';
import { openScenario } from '../../../../sim-core/scenario/open-scenario.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { setAll } from '../../../../sim-core/scenario/set-parameter.ts';
import type { BundleContent } from './bundle-content.ts';
import { bundleScenario } from './bundle-scenario.ts';
import { bundledDocument } from './bundled-document.ts';
import { fanTable } from './fan-table.ts';
import { openBundle } from './open-bundle.ts';
import { unpackedFiles } from './unpacked-files.ts';
import { type WrittenBundle, writeBundle } from './write-bundle.ts';

const folder = new URL('../../../../test/fixtures/scenarios/small/', import.meta.url);
const read: ReadFile = async (name) => ({
  kind: 'bytes',
  bytes: readFileSync(fileURLToPath(new URL(name, folder))),
});
const digest = ({ spec }: Pick<ScenarioDocument, 'spec'>) => specDigest(spec);
const hash = (letter: string) => `sha256:${letter.repeat(64)}`;
const module = 'export default () => ({});\n';
const runs = { specDigest: hash('1'), digest: hash('2'), seeds: [{ seed: '1', digest: hash('3') }] };

let small: ScenarioDocument;
let content: BundleContent;
let written: WrittenBundle;
beforeAll(async () => {
  const opened = await openScenario(read, 'scenario.yaml', 'small');
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  small = opened.document;
  content = {
    base: await bundleScenario(small, read, digest),
    code: [{ name: 'mechanisms/a.js', id: digestOf(module), text: module }],
    experiment: 'sweep: {}\n',
    manifest: {
      engine: { version: '1.2.3', id: hash('0') },
      seeds: '1..1',
      runs: { base: runs, proposal: runs },
    },
    metrics: 'of,metric,day,p5,p50,p95\n',
  };
  written = writeBundle(content);
});

const refusal = async (bytes: Uint8Array): Promise<string> =>
  await openBundle(bytes).then(
    ({ cid }) => `opened ${cid}`,
    ({ code, message }) => `${code}: ${message}`,
  );

describe('a bundle', () => {
  it('holds what was put into it', async () => {
    const opened = await openBundle(written.bytes);
    expect(opened).toEqual({ cid: written.cid, content });
    expect(content.base.files.map(({ name }) => name)).toEqual([
      ...['scenario.yaml', 'data/regions.csv', 'data/weekly.csv'],
    ]);
  });

  it('with a name that nobody could open is not written', () => {
    const code = [{ name: 'metrics/größe.js', id: digestOf(module), text: module }];
    expect(() => writeBundle({ ...content, code })).toThrow(/"metrics\/größe.js" is no name/);
  });

  it('has the same bytes and the same name on every platform, whatever its lines end with', async () => {
    expect(writeBundle(content).bytes).toEqual(written.bytes);
    const crlf = new TextEncoder().encode(small.text.replaceAll('\n', '\r\n'));
    const other = await openScenario(
      async (name, limit) =>
        name === 'scenario.yaml' ? { kind: 'bytes', bytes: crlf } : await read(name, limit),
      'scenario.yaml',
      'small',
    );
    if (!other.ok) throw new Error(other.problems[0]?.message);
    const base = await bundleScenario(other.document, read, digest);
    expect(writeBundle({ ...content, base }).cid).toBe(written.cid);
    // Fixed content, whose name is pinned: it may only change with the format.
    const tiny = { id: 'tiny', version: 1, startDay: 0, ticks: 1, mechanisms: [] };
    const fixed = { id: 'tiny', version: 1, digest: digestOf(canonicalJson(tiny)), spec: tiny, files: [] };
    expect(writeBundle({ ...content, base: fixed }).cid).toBe(
      'bafyreigo33pdgoed3ucikln73jfwtyjdlmamxa54fulrwf7xlyva2a5l2u',
    );
  });

  it('is read by its text as the same scenario', async () => {
    const reading = { code: [], declared: mechanisms, specDigest: digest, older: false };
    expect(digest(await bundledDocument(content.base, reading))).toBe(content.base.digest);
  });

  it('carries the spec alone where no text means it', async () => {
    const set = setAll(small, [{ path: 'agents.token.supply', written: '7' }]);
    if (!set.ok) throw new Error(set.problems[0]?.message);
    const base = await bundleScenario(set.document, read, digest);
    expect(base.files).toEqual([]);
    const opened = await openBundle(writeBundle({ ...content, base }).bytes);
    const reading = { code: [], declared: mechanisms, specDigest: digest, older: false };
    expect(digest(await bundledDocument(opened.content.base, reading))).toBe(digest(set.document));
  });

  it('whose text means something else than its spec is refused, unless an older engine runs the spec', async () => {
    const set = setAll(small, [{ path: 'agents.token.supply', written: '7' }]);
    if (!set.ok) throw new Error(set.problems[0]?.message);
    const lying = {
      ...content.base,
      spec: set.document.spec,
      digest: digest(set.document),
    };
    const reading = { code: [], declared: mechanisms, specDigest: digest, older: false };
    await expect(bundledDocument(lying, reading)).rejects.toMatchObject({ code: 'bundle.refused' });
    const older = await bundledDocument(lying, { ...reading, older: true });
    expect(digest(older)).toBe(lying.digest);
  });

  it('has quantiles over the seeds that have a value, every 30th day and on the last', () => {
    const seed = (first: number, last: number) => ({
      columns: [Float64Array.of(...Array(29).fill(0), first, last)],
    });
    const batch = { metrics: [{ id: 'a.b' }], ticks: 31, seeds: [seed(10, 1), seed(9, NaN), seed(10, 1)] };
    expect(fanTable({ base: batch, proposal: { ...batch, seeds: [seed(1, NaN)] } })).toBe(
      `of,metric,day,p5,p50,p95\nbase,a.b,30,9.1,10,10\nbase,a.b,31,1,1,1\nproposal,a.b,30,1,1,1\nproposal,a.b,31,,,\n`,
    );
  });

  it('unpacks into a project', () => {
    expect(unpackedFiles({ ...content, proposal: content.base }).map(({ name }) => name)).toEqual([
      ...[
        'scenarios/small/scenario.yaml',
        'scenarios/small/data/regions.csv',
        'scenarios/small/data/weekly.csv',
      ],
      ...['scenarios/small-proposed/scenario.yaml', 'scenarios/small-proposed/data/regions.csv'],
      ...['scenarios/small-proposed/data/weekly.csv', 'mechanisms/a.js', 'experiments/from-bundle.yaml'],
      ...['manifest.json', 'metrics.csv'],
    ]);
  });
});

describe('a damaged bundle', () => {
  it('is refused wherever a byte of it is another', async () => {
    for (let at = 0; at < written.bytes.length; at += 7) {
      const damaged = Uint8Array.from(written.bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect(await refusal(damaged), `byte ${at}`).toMatch(/^bundle\.refused: /);
    }
  });

  it('is refused wherever it is cut off, or goes on behind its end', async () => {
    for (let end = 0; end < written.bytes.length; end += 13)
      expect(await refusal(written.bytes.subarray(0, end)), `cut at ${end}`).toMatch(/^bundle\.refused: /);
    const longer = new Uint8Array(written.bytes.length + 3);
    longer.set(written.bytes);
    expect(await refusal(longer)).toMatch(/^bundle\.refused: /);
  });
});
