// A project's own modules in real worker threads: what they can do, and what they cannot reach.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { installationIn } from '../../main/services/installation.ts';
import { inOwnThread } from '../../main/services/own-code/in-own-thread.ts';
import { openShipped } from '../../main/services/scenarios/open-scenarios.ts';
import { root } from '../../scripts/root.mjs';
import type { Code } from '../../sim-core/contract/extension.ts';
import type { ScenarioSpec } from '../../sim-core/contract/scenario.ts';
import { createPool } from '../../sim-core/worker/pool.ts';
import { spawnNode } from '../../sim-core/worker/spawn-node.ts';

const installation = installationIn(path.resolve(root));
const { scenarios, engineUrl, workerUrl } = installation;

const codeOf = (text: string): Code => ({ name: 'mechanisms/own.js', id: 'sha256:0', text });

/** A mechanism whose step is `step`; `given` is its argument. */
const mechanismOf = (step: string, given = '{ mechanism }'): Code =>
  codeOf(`export default (${given}) => mechanism({
    id: 'shocks.own', version: 1, slot: 'shocks', title: 'Own', summary: 'Own.', sources: [], parameters: {},
    reads: [], writes: ['shocks.demand'], examples: [], step(world, parameters) { ${step} } });`);

const spec = async (own: boolean): Promise<ScenarioSpec> => {
  const { spec } = await openShipped(nodeFiles, scenarios, 'wireless-burn-mint');
  const use = { id: 'shocks.own', version: 1, slot: 'shocks', parameters: {} } as const;
  return { ...spec, ticks: 30, mechanisms: own ? [use, ...spec.mechanisms] : spec.mechanisms };
};

async function run(code: readonly Code[], own = true, seeds = ['1']) {
  const pool = createPool({ size: 1, spawn: spawnNode({ workerUrl, engineUrl, code }) });
  try {
    return await pool.batch({ spec: await spec(own), seeds }).done;
  } finally {
    pool.close();
  }
}

/** Why its only seed failed. */
async function failure(code: readonly Code[]): Promise<string> {
  return (await run(code)).failures[0]?.problem.message ?? '';
}

/** What a mechanism that throws what it found has to say. */
async function found(step: string): Promise<string> {
  return await failure([mechanismOf(`throw new Error('found ' + (() => { ${step} })());`)]);
}

describe("a project's own mechanism", () => {
  it('takes part in a run, in which nothing else has other luck', async () => {
    const plain = await run([], false);
    const idle = await run([mechanismOf('world.shocks.demand *= 1;')]);
    const less = await run([mechanismOf('world.shocks.demand *= 0.5;')]);
    expect(idle.failures).toEqual([]);
    expect(idle.results[0]?.digest).toBe(plain.results[0]?.digest);
    expect(less.results[0]?.digest).not.toBe(plain.results[0]?.digest);
  });

  it('gives the same digest in the bare language as beside the platform', async () => {
    const [plain, isolated] = [await run([], false), await run([mechanismOf('')], false)];
    expect(isolated.results[0]?.digest).toBe(plain.results[0]?.digest);
  });

  it.each([
    ...['fetch', 'process', 'require', 'setTimeout', 'WebSocket', 'navigator', 'console', 'performance'],
    'WebAssembly',
  ])('does not reach %s', async (name) => {
    expect(await found(`return typeof ${name};`)).toContain('found undefined');
  });

  it.each([
    ['its world', 'world'],
    ['its parameters', 'parameters'],
    ['a column', 'world.providers.held'],
    ['the ledger', 'world.ledger'],
    ['itself', 'this'],
    ['the argument of its module', 'mechanism'],
  ])('cannot run text by way of %s', async (_, object) => {
    const text = await found(`return ${object}.constructor.constructor('return typeof process')();`);
    expect(text).toContain('Code generation from strings disallowed');
  });

  it.each([
    ['Math.random()', 'use studio.math'],
    ['Math.exp(1)', 'use studio.math'],
    ['new Date()', 'the day is in clock'],
    ['Array.prototype.push = 1', 'read only'],
  ])('is stopped at %s, which would make runs differ', async (expression, message) => {
    expect((await run([mechanismOf(`'use strict'; ${expression};`)])).failures[0]?.problem.message).toContain(
      message,
    );
  });

  it('finds the language frozen', async () => {
    const all = 'Object Function Array String Number Map Set Float64Array Uint8Array Math JSON Reflect';
    const text = await found(`const all = [${all.replaceAll(' ', ', ')}, Object.getPrototypeOf(Float64Array)];
      const both = all.flatMap((each) => (each.prototype ? [each, each.prototype] : [each]));
      return both.length + ' ' + both.every(Object.isFrozen);`);
    expect(text).toContain('found 23 true');
  });

  it.each([
    ["import fs from 'node:fs';\nexport default () => {};", 'holds the word "import" in line 1'],
    ["export default () => import('node:fs');", 'holds the word "import" in line 1'],
    ['export default 1;', 'does not export a function by default'],
    ['export default () => ({});', 'returns no mechanism (it has a slot), metric'],
    ['export default (', 'cannot be run: '],
    [
      mechanismOf('').text.replace("'shocks.demand'", "'shocks.dmnd'"),
      'names "shocks.dmnd", which the vocabulary does not hold',
    ],
    [
      "export default () => ({ id: 'm', steps: [], metrics: [], tables: null, records: {} });",
      'returns no mechanism (it has a slot), metric',
    ],
    [
      "export default () => ({ id: 'm', steps: [], metrics: [], tables: { rows: null }, records: {} });",
      'returns no mechanism (it has a slot), metric',
    ],
    [
      mechanismOf('').text.replace('shocks.own', 'shocks.outage'),
      'declares shocks.outage, which there is already',
    ],
  ])('is refused with its name and the reason: %s', async (text, message) => {
    expect(await failure([codeOf(text)])).toContain(message);
  });

  it('knows nothing in a run of the run before, so that the order of seeds does not matter', async () => {
    const counting = codeOf(
      mechanismOf('days += 1; world.shocks.demand *= 1 + days / 1000;')
        .text.replace('mechanism({', '{ let days = 0; return mechanism({')
        .replace(/\}\);$/, '}); }'),
    );
    const [before, alone] = [await run([counting], true, ['2', '1']), await run([counting])];
    expect(before.failures).toEqual([]);
    expect(before.results.find(({ seed }) => seed === '1')?.digest).toBe(alone.results[0]?.digest);
  });

  it('that stops in an example, or remembers beside its function, is told by name', async () => {
    const examples = (text: string) =>
      text.replace('examples: []', "examples: [{ says: 'it', after: { 'shocks.demand': 1 } }]");
    const stops = codeOf(examples(mechanismOf("throw new Error('too far');").text));
    const remembers = codeOf(
      `let days = 0;\n${examples(mechanismOf('days += 1; world.shocks.demand = days;').text)}`,
    );
    const performed = async (code: Code) =>
      await inOwnThread(installation, [code], async ({ loaded, endpoint }) => {
        await loaded;
        return await endpoint.performed();
      });
    const of = { mechanism: 'shocks.own', says: 'it' };
    expect(await performed(stops)).toEqual([{ ...of, differences: ['stopped: too far'] }]);
    expect(await performed(remembers)).toEqual([
      { ...of, differences: [expect.stringContaining('belongs into `state`'), 'shocks.demand is 2, not 1'] },
    ]);
  });

  it('that never ends its day can be cancelled, and its worker goes on with the next run', async () => {
    const endless = mechanismOf('if (world.clock.tick === 3) for (;;) {}');
    const pool = createPool({ size: 1, spawn: spawnNode({ workerUrl, engineUrl, code: [endless] }) });
    try {
      const batch = pool.batch({ spec: await spec(true), seeds: ['1'] });
      setTimeout(() => batch.cancel(), 1500);
      expect(await batch.done).toEqual({ results: [], failures: [], cancelled: true });
      const next = await pool.batch({ spec: await spec(false), seeds: ['1'] }).done;
      expect(next.results.length).toBe(1);
    } finally {
      pool.close();
    }
  });

  it('whose function never returns is given up, and said to be endless', async () => {
    const endless = codeOf('export default () => { for (;;) {} };');
    await expect(inOwnThread(installation, [endless], ({ loaded }) => loaded, 1000)).rejects.toMatchObject({
      code: 'extension.endless',
      message: expect.stringContaining('mechanisms/own.js'),
    });
  });

  it('that never ends its start is stopped', async () => {
    expect(await failure([codeOf('for (;;) {}')])).toContain('timed out');
  });
});
