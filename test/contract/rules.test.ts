// A rule that never fires is no rule: each has a fixture that must fail, with a message that says what to do instead.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkImports } from '../../scripts/check-imports.mjs';
import { circles, fences, layers } from '../../scripts/lint/layers.mjs';
import { readImports } from '../../scripts/lint/read-imports.mjs';
import { root } from '../../scripts/root.mjs';
import { lintCopies } from './lint-copies.ts';
import { typeCheck } from './type-check.ts';

const fixtures = path.join(root, 'test/fixtures/lint');
const bans = path.join(fixtures, 'bans');

const bannedInTheEngine = {
  'math.ts': 'Use sim-core/kernel/math.ts',
  'global-this.ts': 'Take what is needed as an argument',
  'date.ts': "Use the run's clock",
  'performance.ts': 'Measure outside it',
  'intl.ts': 'Format outside sim-core',
  'crypto.ts': "randomness from the run's streams",
  'fetch.ts': 'pass it in',
  'set-timeout.ts': 'Yield from run()',
  'console.ts': 'Report through metrics or errors',
  'power.ts': 'Use pow from sim-core/kernel/math.ts',
  'power-assignment.ts': 'Use pow from sim-core/kernel/math.ts',
};

const bannedEverywhere = {
  'any.ts': 'noExplicitAny',
  'non-null.ts': 'noNonNullAssertion',
};

const engineFolders = ['contract', 'kernel', 'mechanisms/emission', 'metrics', 'analysis', 'validation'];

describe('lint bans', async () => {
  const places = [...engineFolders.map((folder) => `sim-core/${folder}`), 'main/services', 'renderer/state'];
  const copies = places.flatMap((place) =>
    readdirSync(bans).map((name) => ({ from: path.join(bans, name), to: `${place}/${name}` })),
  );
  const messages = await lintCopies(copies);

  it.each(
    Object.entries(bannedInTheEngine).flatMap(([name, message]) =>
      engineFolders.map((folder) => ({ file: `sim-core/${folder}/${name}`, message })),
    ),
  )('$file', ({ file, message }) => {
    if (file === 'sim-core/kernel/math.ts') expect(messages.get(file)).toBeUndefined();
    else expect(messages.get(file)).toContain(message);
  });

  it.each(Object.keys(bannedInTheEngine))('%s is allowed around the engine', (name) => {
    expect(messages.get(`main/services/${name}`)).toBeUndefined();
    expect(messages.get(`renderer/state/${name}`)).toBeUndefined();
  });

  it.each(Object.entries(bannedEverywhere))('%s is denied everywhere', (name, rule) => {
    for (const place of places) expect(messages.get(`${place}/${name}`)).toContain(rule);
  });

  it('every fixture has its case here', () => {
    const named = [...Object.keys(bannedInTheEngine), ...Object.keys(bannedEverywhere)].sort();
    expect(readdirSync(bans).sort()).toEqual(named);
  });
});

describe('import rules', async () => {
  // Each fixture is named after the rule it breaks, in a small tree laid out like the project.
  const { status, output } = await checkImports(path.join(fixtures, 'imports'));
  const faults = output.split(/\n(?=\S)/);
  const rules = [...layers, ...fences, circles];

  it.each(rules)('$name', ({ name, instead }) => {
    const file = name === 'engine-is-self-contained' ? 'engine' : name;
    const fault = faults.find((text) => text.includes(`/${file}.ts:1: `) && text.includes(`: ${name}\n`));
    expect(fault).toContain(instead);
  });

  it('break once each, and nothing else does', () => {
    expect(status).toBe(1);
    expect(faults).toHaveLength(rules.length);
  });

  it('see types, re-exports and import() in TSX too', () => {
    const imports = readImports(path.join(fixtures, 'ways-to-import.tsx'));
    expect(imports.map(({ specifier }) => specifier)).toEqual([
      './a.ts',
      './b.ts',
      './c.ts',
      './d.ts',
      './e.ts',
    ]);
  });
});

describe('types of a layer', () => {
  it.each([
    { layer: 'sim-core', fixture: 'uses-dom.ts', message: "Cannot find name 'document'" },
    { layer: 'sim-core', fixture: 'uses-node.ts', message: "Cannot find name 'process'" },
    { layer: 'sim-core', fixture: 'uses-host.ts', message: "Cannot find name 'TextEncoder'" },
    { layer: 'main/api', fixture: 'uses-dom.ts', message: "Cannot find name 'document'" },
    { layer: 'main/api', fixture: 'uses-node.ts', message: "Cannot find name 'process'" },
    { layer: 'main', fixture: 'uses-dom.ts', message: "Cannot find name 'document'" },
    { layer: 'renderer', fixture: 'uses-node.ts', message: "Cannot find name 'process'" },
    { layer: 'renderer/charts', fixture: 'uses-dom.ts', message: "Cannot find name 'document'" },
    { layer: 'renderer/charts', fixture: 'uses-node.ts', message: "Cannot find name 'process'" },
    { layer: 'sim-core/scenario', fixture: 'unchecked-index.ts', message: 'is not assignable to type' },
    { layer: 'main', fixture: 'unchecked-index.ts', message: 'is not assignable to type' },
  ])('$layer refuses $fixture', async ({ layer, fixture, message }) => {
    const { status, output } = await typeCheck(layer, path.join(fixtures, 'types', fixture));
    expect(output).toContain(message);
    expect(status).not.toBe(0);
  });
});
