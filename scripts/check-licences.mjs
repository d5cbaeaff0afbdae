// The licence of every package that the lockfile names, shipped or not: one that asks for more than a notice has to be explained here.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Licences (SPDX) that ask for a notice at most. */
const allowed = new Set([
  ...['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0'],
  ...['Unlicense', 'CC0-1.0', 'Zlib', 'Python-2.0', 'WTFPL'],
]);

/**
 * What is allowed beside them, and why. A name may end in `*`.
 * @type {{ name: string, licence: string, why: string }[]}
 */
const exceptions = [
  { name: '@resvg/resvg-wasm', licence: 'MPL-2.0', why: 'shipped as it is, as a file of its own' },
  { name: 'lightningcss*', licence: 'MPL-2.0', why: 'a tool of the build, not shipped' },
  { name: '@axe-core/playwright', licence: 'MPL-2.0', why: 'a tool of the tests, not shipped' },
  { name: 'axe-core', licence: 'MPL-2.0', why: 'a tool of the tests, not shipped' },
  { name: '@ethereumjs/*', licence: 'MPL-2.0', why: 'the chain of the tests’ stand-in, not shipped' },
  {
    name: '@safe-global/safe-smart-account',
    licence: 'LGPL-3.0',
    why: 'the contract that the tests’ stand-in runs, unchanged; not shipped',
  },
  {
    name: 'dejavu-fonts-ttf',
    licence: 'SEE LICENSE IN README.md AND LICENSE',
    why: 'Bitstream Vera: free to ship with a program, its notice beside it',
  },
];

/**
 * True where all that `AND` joins, and one of what `OR` joins, is allowed.
 * @param {string} licence an SPDX expression of names, AND and OR, as npm packages write them
 * @returns {boolean}
 */
function isAllowed(licence) {
  const plain = licence.replace(/^\((.*)\)$/, '$1');
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isAllowed);
  return plain.split(' AND ').every((name) => allowed.has(name));
}

/** @param {string} pattern @param {string} name */
const fits = (pattern, name) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;

/**
 * A fault for each package whose licence is neither allowed nor explained, and for each explanation that nothing needs.
 * @param {string} root
 * @returns {Promise<{ status: number, output: string }>}
 */
export async function checkLicences(root) {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const needed = new Set();
  /** @type {string[]} */
  const faults = [];
  for (const [place, { license, link }] of Object.entries(packages)) {
    const name = place.replace(/^.*node_modules\//, '');
    if (place === '' || link === true) continue;
    const licence = typeof license === 'string' ? license : 'none';
    if (isAllowed(licence)) continue;
    const exception = exceptions.find((each) => each.licence === licence && fits(each.name, name));
    if (exception === undefined)
      faults.push(
        `${name} has the licence ${licence}: take another package, or explain it in scripts/check-licences.mjs`,
      );
    else needed.add(exception);
  }
  for (const each of exceptions)
    if (!needed.has(each))
      faults.push(`${each.name} is explained in scripts/check-licences.mjs, and not used`);
  return { status: faults.length > 0 ? 1 : 0, output: faults.join('\n') };
}
