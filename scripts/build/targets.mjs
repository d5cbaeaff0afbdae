// What is built: a target is one folder under dist/, what its contents depend on, and how it is made.

import {
  buildBench,
  buildCli,
  buildElectron,
  buildFaults,
  buildFuzz,
  buildLoad,
  buildRenderer,
} from './apps.mjs';
import { buildEngine } from './engine.mjs';

/**
 * @typedef {object} Target
 * @property {string} name its folder under dist/
 * @property {string[]} inputs folders whose contents decide whether it is stale
 * @property {string[]} [needs] targets built before it, whose output it copies
 * @property {(place: Place) => Promise<void>} make
 *
 * @typedef {object} Place
 * @property {string} root the checkout
 * @property {string} out the folder to write into
 * @property {string} dist where the targets it needs have been built
 */

/** @type {Target[]} */
export const targets = [
  {
    name: 'engine',
    inputs: [
      'engine.ts',
      'assemble.ts',
      'extended.ts',
      'kit.ts',
      'rules.ts',
      'stage.ts',
      'contract',
      'kernel',
      'mechanisms',
      'metrics',
      'analysis',
    ].map((part) => `sim-core/${part}`),
    make: buildEngine,
  },
  { name: 'cli', inputs: ['main', 'sim-core', 'renderer/charts'], make: buildCli },
  {
    name: 'renderer',
    inputs: ['renderer', 'main/api', 'sim-core', 'docs'],
    needs: ['engine'],
    make: buildRenderer,
  },
  {
    name: 'electron',
    inputs: ['main', 'sim-core', 'renderer/charts'],
    make: buildElectron,
  },
  {
    name: 'bench',
    inputs: ['test/bench', 'sim-core', 'main'],
    make: buildBench,
  },
  {
    name: 'faults',
    inputs: ['test/faults', 'test/standin', 'test/publish', 'main', 'sim-core'],
    make: buildFaults,
  },
  {
    name: 'fuzz',
    inputs: ['test/fuzz', 'main', 'sim-core'],
    make: buildFuzz,
  },
  {
    name: 'load',
    inputs: ['test/load', 'test/runs', 'test/faults', 'main', 'sim-core'],
    make: buildLoad,
  },
];
