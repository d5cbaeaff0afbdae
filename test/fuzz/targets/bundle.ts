import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { BundleContent } from '../../../main/services/proposals/bundle/bundle-content.ts';
import { openBundle } from '../../../main/services/proposals/bundle/open-bundle.ts';
import { writeBundle } from '../../../main/services/proposals/bundle/write-bundle.ts';
import { canonicalJson } from '../../../sim-core/kernel/canonical.ts';
import { openScenario } from '../../../sim-core/scenario/open-scenario.ts';
import { fileText, smallData, smallText } from '../good.ts';
import { mutated } from '../mutated.ts';
import { judge } from '../plain.ts';
import type { Target } from '../target.ts';

const digest = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** A good bundle of the small scenario. */
async function goodContent(): Promise<BundleContent> {
  const text = smallText();
  const bytes = (content: string) => new TextEncoder().encode(content);
  const contentOf = (name: string): string =>
    name === 'scenario.yaml' ? text : fileText('test/fixtures/scenarios/small', name);
  const read = await openScenario(
    async (name) => ({ kind: 'bytes', bytes: bytes(contentOf(name)) }),
    'scenario.yaml',
    'scenario.yaml',
  );
  if (!read.ok) throw new Error('the small scenario is good');
  const { spec } = read.document;
  const files = ['scenario.yaml', ...smallData].map((name) => ({ name, bytes: bytes(contentOf(name)) }));
  const base = { id: 'small', version: 1, digest: digest(canonicalJson(spec)), spec, files };
  const module = 'export default () => ({});\n';
  const run = { specDigest: base.digest, digest: digest('a'), seeds: [{ seed: '1', digest: digest('b') }] };
  return {
    base,
    code: [{ name: 'mechanisms/emission/grant.js', id: digest(module), text: module }],
    experiment: 'id: x\n',
    manifest: {
      engine: { version: '0.1.0', id: digest('e') },
      seeds: '1..1',
      runs: { base: run, proposal: run },
    },
    metrics: 'day,metric\n1,2\n',
  };
}

/** One text of a bundle that was changed before it was packed, so that every hash in it is right. */
const parts = ['name', 'id', 'text', 'module', 'code', 'experiment', 'metrics', 'spec', 'manifest'] as const;
type Part = (typeof parts)[number];

function changed(content: BundleContent, part: Part, text: string): BundleContent {
  const { base } = content;
  const [first, ...others] = base.files;
  const [own] = content.code;
  if (first === undefined || own === undefined) throw new Error('the good bundle has files and code');
  const json = (): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  };
  switch (part) {
    case 'name':
      return {
        ...content,
        base: { ...base, files: [first, ...others.map((file) => ({ ...file, name: text }))] },
      };
    case 'id':
      return { ...content, base: { ...base, id: text } };
    case 'text':
      return { ...content, base: { ...base, files: [{ ...first, bytes: new TextEncoder().encode(text) }] } };
    case 'module':
      return { ...content, code: [{ ...own, name: text }] };
    case 'code':
      return { ...content, code: [{ ...own, text, id: digest(text) }] };
    case 'experiment':
      return { ...content, experiment: text };
    case 'metrics':
      return { ...content, metrics: text };
    // What no type allows is what is tried here.
    case 'spec':
      return { ...content, base: { ...base, spec: json() as BundleContent['base']['spec'] } };
    case 'manifest':
      return { ...content, manifest: json() as BundleContent['manifest'] };
  }
}

/** The file that travels beside a proposal: its bytes bent, or packed anew with a part changed. */
export const bundle = async (): Promise<Target> => {
  const content = await goodContent();
  const { bytes } = writeBundle(content);
  const bentBytes = fc
    .array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255), fc.constantFrom('set', 'cut', 'add')), {
      maxLength: 5,
    })
    .map((bends) => {
      let bent = Buffer.from(bytes);
      for (const [at, value, how] of bends) {
        if (how === 'set' && at < bent.length) bent[at] = value;
        else if (how === 'cut') bent = bent.subarray(0, at);
        else bent = Buffer.concat([bent.subarray(0, at), Buffer.of(value), bent.subarray(at)]);
      }
      return `bytes ${bent.toString('base64')}`;
    });
  const texts = mutated([
    ...[
      smallText(),
      'data/regions.csv',
      'mechanisms/emission/grant.js',
      '../scenario.yaml',
      '/etc/passwd',
      'id: x\n',
    ],
    ...[canonicalJson(content.base.spec), canonicalJson(content.manifest), 'C:\\x.csv', 'data/.../x', 'con'],
  ]);
  return {
    name: 'bundle',
    share: 4,
    inputs: fc.oneof(
      bentBytes,
      fc.tuple(fc.constantFrom(...parts), texts).map(([part, text]) => `${part} ${text}`),
    ),
    async try(input) {
      const [, part = '', rest = ''] = /^(\w+) ([\s\S]*)$/.exec(input) ?? [];
      const known = parts.find((each) => each === part);
      try {
        const packed =
          known === undefined
            ? Buffer.from(rest, 'base64')
            : writeBundle(changed(content, known, rest)).bytes;
        const opened = await openBundle(packed);
        const names = [...opened.content.base.files, ...opened.content.code].map(({ name }) => name);
        const bad = names.find(
          (name) => /^[/\\]|^[a-z]:|\\|(?:^|\/)\.{1,2}(?:\/|$)/i.test(name) || name.includes('\u0000'),
        );
        if (bad !== undefined) throw new Error(`a name leads out of the folder: ${JSON.stringify(bad)}`);
      } catch (thrown) {
        judge(thrown);
      }
    },
  };
};
