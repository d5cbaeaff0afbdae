// Ends a sweep with `kill -9` at random moments and starts it again each time, until it is done; then compares it with one that
// nobody disturbed. As a script: `node test/robust/kill-sweep.mjs [kills] [runs] [luck]`, 30 kills of 200 runs if nothing is said.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isCommand, root, say } from '../../scripts/root.mjs';

const seeds = 4;

/**
 * @typedef {object} Killed
 * @property {string} digest of the sweep that was killed and gone on with
 * @property {string} undisturbed digest of the sweep that was left alone
 * @property {boolean} sameTable whether both wrote the same bytes to sweep.csv
 * @property {number} kills
 * @property {number[]} keptAtKill runs in the store after each kill
 * @property {number} lost runs that were in the store after a kill, and later were not
 * @property {number} twice runs that were in the store after a kill, and were written again
 * @property {number} kept runs in the store at the end
 * @property {number} runs that were asked for
 */

/**
 * @param {{ kills: number, runs: number, luck: number }} options
 * @returns {Promise<Killed>}
 */
export async function killedSweep({ kills, runs, luck }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-kill-'));
  try {
    const cli = copyOfStudio(path.join(folder, 'studio'));
    const argsIn = (/** @type {string} */ name) => sweepArgs(path.join(folder, name), runs);
    const alone = spawnSync(process.execPath, [cli, ...argsIn('alone')], { encoding: 'utf8' });
    if (alone.status !== 0) throw new Error(`undisturbed, it ended with ${alone.status}: ${alone.stderr}`);

    const next = random(luck);
    const store = path.join(folder, 'killed', 'runs');
    const keptAtKill = [];
    let before = keptIn(store);
    let lost = 0;
    let twice = 0;
    const compare = () => {
      const after = keptIn(store);
      for (const [file, identity] of before) {
        if (!after.has(file)) lost += 1;
        else if (after.get(file) !== identity) twice += 1;
      }
      before = after;
    };
    for (let kill = 0; kill < kills; kill++) {
      const left = runs - before.size;
      const more = Math.floor(next() * ((1.5 * left) / (kills - kill + 1)));
      await startAndKill([cli, ...argsIn('killed')], store, before.size + more, next() * 40);
      compare();
      keptAtKill.push(before.size);
    }
    const last = spawnSync(process.execPath, [cli, ...argsIn('killed')], { encoding: 'utf8' });
    if (last.status !== 0) throw new Error(`at last, it ended with ${last.status}: ${last.stderr}`);
    const stored = before.size;
    compare();
    const answer = JSON.parse(last.stdout);
    if (answer.stored !== stored || answer.simulated !== runs - stored)
      throw new Error(`of ${runs} runs ${stored} were kept, and it took ${answer.stored} from the store`);
    const table = (/** @type {string} */ name) =>
      readFileSync(path.join(folder, name, 'out', 'sweep.csv'), 'utf8');
    return {
      digest: answer.digest,
      undisturbed: JSON.parse(alone.stdout).digest,
      sameTable: table('killed') === table('alone'),
      ...{ kills, keptAtKill, lost, twice, kept: before.size, runs },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A studio of its own, since a build in the checkout would change the engine between two starts.
 * @param {string} place
 */
function copyOfStudio(place) {
  for (const part of ['package.json', 'dist/cli', 'dist/engine', 'scenarios/overlays'])
    cpSync(path.join(root, part), path.join(place, part), { recursive: true });
  return path.join(place, 'dist/cli/cli.js');
}

/**
 * @param {string} folder
 * @param {number} runs
 */
const sweepArgs = (folder, runs) => [
  'sweep',
  path.join(root, 'test/fixtures/scenarios/small'),
  ...['--vary', `agents.token.supply=1000000..2000000/${runs / seeds}`, '--seeds', `1..${seeds}`],
  ...['--set', 'horizon=300 day', '--set', 'agents.providers.rows=500'],
  ...['--store', path.join(folder, 'runs'), '--out', path.join(folder, 'out'), '--workers', '2', '--json'],
];

/**
 * Kills it once the store holds so many runs, and a little later.
 * @param {string[]} args
 * @param {string} store
 * @param {number} runs
 * @param {number} laterMs
 */
async function startAndKill(args, store, runs, laterMs) {
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
  while (keptIn(store).size < runs && child.exitCode === null) await pause(5);
  await pause(laterMs);
  child.kill('SIGKILL');
  if ((await ended) !== 'SIGKILL') throw new Error('it ended before it was killed: take more runs');
}

/**
 * Files of the runs in a store, and what changes when one is written again.
 * @param {string} store
 * @returns {Map<string, string>}
 */
function keptIn(store) {
  if (!existsSync(store)) return new Map();
  return new Map(
    readdirSync(store, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      if (!/^seed-.*\.seed$/.test(entry.name)) return [];
      const file = path.join(entry.parentPath, entry.name);
      const { ino, mtimeMs, size } = statSync(file);
      return [[file, `${ino} ${mtimeMs} ${size}`]];
    }),
  );
}

/**
 * Numbers from 0 to 1, the same each time (D. H. Lehmer, as in MINSTD).
 * @param {number} luck
 */
function random(luck) {
  let state = (luck % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

if (isCommand(import.meta.url)) {
  const [kills = 30, runs = 200, luck = Date.now() % 100_000] = process.argv.slice(2).map(Number);
  say(`${kills} kills of a sweep of ${runs} runs, luck ${luck}`);
  const result = await killedSweep({ kills, runs, luck });
  const { digest, undisturbed, sameTable, lost, twice, kept } = result;
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  process.exitCode = digest === undisturbed && sameTable && lost + twice === 0 && kept === runs ? 0 : 1;
}
