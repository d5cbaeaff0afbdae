import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { bootShim } from './boot-shim.ts';
import { type PackedFile, packedFiles, unpack } from './package/archive.ts';
import { pack } from './package/pack.ts';

const run = promisify(execFile);

/** Every package that an installed app has: those of "dependencies" in package.json, and what they need. */
const packages = [
  '@duckdb/node-api',
  '@duckdb/node-bindings',
  '@duckdb/node-bindings-linux-x64',
  '@resvg/resvg-wasm',
  'argparse',
  'builder-util-runtime',
  'debug',
  'dejavu-fonts-ttf',
  'detect-libc',
  'electron-updater',
  'fs-extra',
  'graceful-fs',
  'js-yaml',
  'jsonfile',
  'lazy-val',
  'lodash.escaperegexp',
  'lodash.isequal',
  'ms',
  'sax',
  'semver',
  'tiny-typed-emitter',
  'universalify',
];

/** What data, documents and notices are written in. */
const plain = /(^|\/)(LICENSE|[^/.][^/]*\.(md|yaml|csv|json|svg|png))$/;
/** What no installed app may hold, whatever folder it stands in. */
const secret = /(^|\/)\.|\.(log|pem|key|p12|pfx|keystore|map|ts|tsx|test\.[a-z]+)$|(^|\/)id_(rsa|ed25519)$/;

// The registry's native parts are those of this system: the packing is asserted where the list above was made.
describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the package', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-package-'));
  const installed = path.join(folder, 'installed');
  let packed: string;
  let files: readonly PackedFile[];
  const under = (start: string) => files.map(({ name }) => name).filter((name) => name.startsWith(start));
  const sum = (some: readonly PackedFile[]) => some.reduce((total, { bytes }) => total + bytes, 0);

  beforeAll(async () => {
    packed = await pack(folder);
    const archive = path.join(packed, 'resources/app.asar');
    files = packedFiles(archive);
    unpack(archive, installed);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds what was built, and nothing else of it', () => {
    const built = ['engine', 'renderer', 'cli', 'electron'].flatMap((name) =>
      readdirSync(path.join(root, 'dist', name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== '.inputs.json')
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
    );
    expect([...under('dist/')].sort()).toEqual(built.sort());
  });

  it('holds these packages', () => {
    const names = under('node_modules/').map((name) => {
      const [, first = '', second = ''] = name.split('/');
      return first.startsWith('@') ? `${first}/${second}` : first;
    });
    expect([...new Set(names)].sort()).toEqual(packages);
  });

  it('holds every scenario and document, and beside them nothing that a person keeps', () => {
    const others = files.map(({ name }) => name).filter((name) => !/^(dist|node_modules)\//.test(name));
    expect(others.filter((name) => !plain.test(name))).toEqual([]);
    expect([...new Set(others.map((name) => name.split('/')[0]))].sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'docs', 'package.json', 'scenarios'].sort(),
    );
    for (const name of ['scenarios', 'docs']) {
      const there = readdirSync(path.join(root, name), { recursive: true, withFileTypes: true });
      expect(under(`${name}/`)).toHaveLength(there.filter((entry) => entry.isFile()).length);
    }
    expect(files.map(({ name }) => name).filter((name) => secret.test(name))).toEqual([]);
  });

  it('names nothing of the computer that packed it', () => {
    const texts = files.filter(
      ({ name }) => /^(dist\/|package\.json)/.test(name) && /\.(c?js|json|html|css)$/.test(name),
    );
    const found = texts.filter(({ name }) =>
      readFileSync(path.join(installed, name), 'utf8').includes(path.resolve(root)),
    );
    expect(found).toEqual([]);
  });

  it('keeps native libraries, and only those, beside the archive', () => {
    const beside = files.filter(({ unpacked }) => unpacked).map(({ name }) => name);
    expect(beside.every((name) => name.startsWith('node_modules/@duckdb/node-bindings-linux-x64/'))).toBe(
      true,
    );
    expect(files.filter(({ name, unpacked }) => /\.(node|so|dylib|dll)$/.test(name) && !unpacked)).toEqual(
      [],
    );
  });

  it('is no larger than it has to be', () => {
    const native = sum(files.filter(({ unpacked }) => unpacked));
    const archive = statSync(path.join(packed, 'resources/app.asar')).size;
    process.stdout.write(
      `packed: ${files.length} files, archive ${archive} bytes, beside it ${native} bytes\n`,
    );
    expect(archive).toBeLessThan(40e6);
    expect(native).toBeLessThan(90e6);
  });

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(path.join(packed, 'depin-studio'));
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: 48,
      [FuseV1Options.OnlyLoadAppFromAsar]: 49,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: 49,
    });
  });

  it('has all that its command line needs: the engine, workers, pictures and the database', async () => {
    const home = path.join(folder, 'person');
    const studio = async (...args: string[]) =>
      await run(process.execPath, [path.join(installed, 'dist/cli/cli.js'), ...args], {
        cwd: folder,
        env: { ...process.env, DEPIN_STUDIO_HOME: home },
      });
    const out = path.join(folder, 'results');
    await studio('run', 'blank-network', '--seeds', '1', '--out', out, '--format', 'csv,parquet');
    await studio(
      'chart',
      'blank-network',
      '--seeds',
      '1..2',
      '--format',
      'png',
      '--out',
      path.join(folder, 'charts'),
    );
    const { stdout } = await studio('sql', 'select 40 + 2 as answer', '--runs', out);
    expect(stdout).toContain('42');
    expect(readdirSync(out)).toContain('metrics.csv');
  });

  it('has all that its window needs', async () => {
    const desktop = await bootShim({ installation: installed });
    try {
      await desktop.page.getByRole('heading', { level: 1 }).first().waitFor();
      const listed = await desktop.page.evaluate(() => window.studio.call('scenarios.list', {}));
      expect(listed).toMatchObject({ ok: true });
    } finally {
      await desktop.close();
    }
  });
});
