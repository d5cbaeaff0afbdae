// What is built: a target is one folder under dist/, what its contents depend on, and how it is made.

import { buildCli, buildElectron, buildProgram, buildRenderer } from './apps.mjs';
import { buildEngine } from './engine.mjs';

/**
 * @typedef {object} Target
 * @property {string} name its folder under dist/
 * @property {string[]} inputs folders and files whose contents decide whether it is stale
 * @property {string[]} [needs] targets built before it, whose output it copies
 * @property {(place: Place) => Promise<void>} make
 *
 * @typedef {object} Place
 * @property {string} root the checkout
 * @property {string} out the folder to write into
 * @property {string} dist where the targets it needs have been built
 */

/** What a program for Node is made of: charts are drawn without a page too, with the page's spelling of numbers and dates. */
const studio = [
  'main',
  'sim-core',
  'renderer/charts',
  'renderer/ui/number-format.ts',
  'renderer/ui/time-format.ts',
];
/** Programs of the tests use each other's parts. */
const tests = ['test', 'scripts', ...studio];

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
  { name: 'cli', inputs: studio, make: buildCli },
  {
    name: 'renderer',
    inputs: ['renderer', 'main/api', 'sim-core', 'docs'],
    needs: ['engine'],
    make: buildRenderer,
  },
  { name: 'electron', inputs: studio, make: buildElectron },
  { name: 'bench', inputs: tests, make: buildProgram('bench') },
  { name: 'faults', inputs: tests, make: buildProgram('faults') },
  { name: 'fuzz', inputs: tests, make: buildProgram('fuzz', ['fuzz', 'fuzz-one', 'fuzz-worker']) },
  { name: 'load', inputs: tests, make: buildProgram('load') },
];
