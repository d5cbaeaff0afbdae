// A proposal of a project goes to somebody who has nothing of it: the text, and the bundle beside it.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { type Answered, fresh, small, studio } from './studio.ts';

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const mine = { DEPIN_STUDIO_HOME: fresh('mine') };
const project = fresh('project');
/** Where the reader is: a folder and a home in which nothing is. */
const away = fresh('away');
const theirs = { DEPIN_STUDIO_HOME: fresh('theirs') };
const verify = (args: readonly string[]): Promise<Answered> => studio(['verify', ...args], away, theirs);

const text = `export default () => ({
  ...{ id: 'own.day', title: 'Day', unit: 'day', definition: 'The day.', source: 'Made up.' },
  read: (world) => world.clock.day,
});
`;
const trusted = `sha256:${sha256(text)}`;

let proposal: string;
let bundle: string;
beforeAll(async () => {
  for (const folder of [away, path.join(project, 'scenarios'), path.join(project, 'metrics')])
    mkdirSync(folder, { recursive: true });
  cpSync(small, path.join(project, 'scenarios/small'), { recursive: true });
  writeFileSync(path.join(project, 'metrics/day.js'), text);
  await studio(['trust', project], root, mine);
  const made = [
    ...[
      'propose',
      path.join(project, 'scenarios/small/scenario.yaml'),
      '--set',
      'agents.token.supply=1234567',
    ],
    ...['--seeds', '1..2', '--no-stress', '--out', path.join(away, 'proposal.md')],
  ];
  const { code, err, out } = await studio(made, root, mine);
  expect({ code, err: err.replace('Base and proposal\n', '') }).toEqual({ code: 0, err: '' });
  proposal = path.join(away, 'proposal.md');
  bundle = readdirSync(away).find((name) => name.endsWith('.car')) ?? 'none';
  expect(out).toContain(bundle);
});

describe('a proposal of a scenario that is not shipped', () => {
  it('names it by its id and its hash, not by the path where it stood, and names its bundle', () => {
    const written = readFileSync(proposal, 'utf8');
    expect(written).toMatch(/^base {6}small@1 sha256:[0-9a-f]{32}$/m);
    expect(written).toMatch(new RegExp(`^bundle {4}${path.basename(bundle, '.car')}$`, 'm'));
    expect(written).not.toContain(project);
  });

  it('does not run code of others before its hash is trusted, and says which', async () => {
    const { code, out } = await verify(['proposal.md']);
    expect(code).toBe(2);
    expect(out).toContain(`needs code ${trusted}  metrics/day.js`);
  });

  it('is reproduced elsewhere, from its text and its bundle alone', async () => {
    const { code, out } = await verify(['proposal.md', '--trust', trusted]);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('bit for bit') });
    expect(out).toMatch(/^ok .* bundle bafyrei/m);
    const json = await verify(['proposal.md', '--json', '--trust', trusted.slice(0, 39)]);
    expect(JSON.parse(json.out)).toMatchObject({ outcome: 'reproduced', needs: [] });
  });

  it('is refused with a bundle of which a byte is another, or which is not there', async () => {
    const bytes = readFileSync(path.join(away, bundle));
    bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) ^ 1;
    writeFileSync(path.join(away, 'damaged.car'), bytes);
    const damaged = await verify(['proposal.md', '--bundle', 'damaged.car', '--trust', trusted]);
    expect(damaged).toMatchObject({ code: 2, out: expect.stringMatching(/is not what its hash says/) });
    const missing = await verify(['proposal.md', '--bundle', 'nowhere.car']);
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('There is no file nowhere.car') });
  });

  it('can be exported again, byte for byte, and imported as a project', async () => {
    const args = ['proposal.md', '--out', 'again', '--trust', trusted];
    const { code } = await studio(['bundle', 'export', ...args], away, theirs);
    expect(code).toBe(0);
    expect(readFileSync(path.join(away, 'again', bundle))).toEqual(readFileSync(path.join(away, bundle)));
    const imported = await studio(['bundle', 'import', bundle, '--out', 'unpacked'], away, theirs);
    expect(imported).toMatchObject({ code: 0, out: expect.stringContaining(`${trusted}  metrics/day.js`) });
    expect(readFileSync(path.join(away, 'unpacked/metrics/day.js'), 'utf8')).toBe(text);
    const run = await studio(['run', 'unpacked/scenarios/small', '--seeds', '1'], away, theirs);
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining('needs code') });
    const twice = await studio(['bundle', 'import', bundle, '--out', 'unpacked'], away, theirs);
    expect(twice).toMatchObject({ code: 2, err: expect.stringContaining('holds files already') });
  });
});

describe('an engine of another release', () => {
  const built = path.join(root, 'dist/engine');
  const { id } = JSON.parse(readFileSync(path.join(built, 'engine.json'), 'utf8'));
  // The same rules in other bytes: what another release would be that changes nothing here.
  const other = `${readFileSync(path.join(built, 'engine.js'), 'utf8')}\n// another release\n`;
  const hash = `sha256:${sha256(other)}`;

  it('is written by each build under its hash', () => {
    const name = `${id.slice('sha256:'.length)}.js`;
    expect(readFileSync(path.join(built, 'by-hash', name))).toEqual(
      readFileSync(path.join(built, 'engine.js')),
    );
  });

  it('runs from a file or a folder, closed, once its hash is trusted', async () => {
    const text = readFileSync(proposal, 'utf8');
    writeFileSync(path.join(away, 'older.md'), text.replace(id.slice(0, 39), hash.slice(0, 39)));
    mkdirSync(path.join(away, 'engines'));
    writeFileSync(path.join(away, 'engines', `${hash.slice('sha256:'.length)}.js`), other);
    const asked = await verify(['older.md', '--engine', 'engines', '--trust', trusted]);
    expect(asked).toMatchObject({ code: 2, out: expect.stringContaining(`needs code ${hash}  0.1.0`) });
    const { code, out } = await verify([
      'older.md',
      '--engine',
      'engines',
      '--trust',
      trusted,
      '--trust',
      hash,
    ]);
    // Every number is the same; the bundle says which engine it is from, and that is another.
    expect(code).toBe(1);
    expect(out.match(/^DIFFERS .*$/gm)).toEqual([expect.stringContaining('bundle bafyrei')]);
    expect(out).toMatch(/^ok .* engine sim-core/m);
  });

  it.each([
    ['imports a module of the system', "export const out = () => import('node:fs');", /it imports another/],
    [
      'looks for the system, and finds nothing of it',
      'throw new Error([typeof process, typeof fetch, typeof require, typeof setTimeout].join());',
      /The engine cannot be run: undefined,undefined,undefined,undefined/,
    ],
  ])('that %s does not run', async (_, line, why) => {
    const reaching = `${other}${line}\n`;
    const its = `sha256:${sha256(reaching)}`;
    const text = readFileSync(proposal, 'utf8');
    writeFileSync(path.join(away, 'reaching.md'), text.replace(id.slice(0, 39), its.slice(0, 39)));
    writeFileSync(path.join(away, 'reaching.js'), reaching);
    const trust = ['--trust', trusted, '--trust', its];
    const answered = await verify(['reaching.md', '--engine', 'reaching.js', ...trust]);
    expect(answered).toMatchObject({ code: 2, err: expect.stringMatching(why) });
  });
});
