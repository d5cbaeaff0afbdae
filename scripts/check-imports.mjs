// Holds the rules of scripts/lint/layers.mjs over every source file. Tests may import what they need, all but the stand-in.
import { readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { findCircles } from './lint/find-circles.mjs';
import { circles, fences, layers } from './lint/layers.mjs';
import { readImports } from './lint/read-imports.mjs';

/** @typedef {{ kind: 'file' | 'package' | 'node', name: string }} Target */

/** @param {string} root @returns {string[]} paths from `root`, with `/` on every platform */
function sources(root) {
  return ['sim-core', 'main', 'renderer', 'test/standin'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .sort(),
  );
}

/** @param {string} from @param {string} specifier @returns {Target} */
function resolve(from, specifier) {
  if (/^\.{1,2}\//.test(specifier))
    return { kind: 'file', name: path.posix.join(path.posix.dirname(from), specifier) };
  if (isBuiltin(specifier)) return { kind: 'node', name: `node:${specifier.replace(/^node:/, '')}` };
  const [, name = specifier] = /^((?:@[^/]+\/)?[^/]+)/.exec(specifier) ?? [];
  return { kind: 'package', name };
}

/** @param {import('./lint/layers.mjs').Layer} layer @param {RegExpExecArray} from @param {Target} target */
function allows(layer, [, captured = ''], { kind, name }) {
  if (kind === 'node') return layer.node === true;
  if (kind === 'file') return layer.files.some((begin) => name.startsWith(begin.replace('$1', captured)));
  const { packages = [] } = layer;
  if (packages === 'any') return true;
  return packages.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
}

/** @param {string} from @param {Target} target */
function brokenRules(from, target) {
  const layered = layers.filter((layer) => {
    const match = layer.from.exec(from);
    return match !== null && !allows(layer, match, target);
  });
  return [
    ...layered,
    ...fences.filter((fence) => fence.from.test(from) && fence.modules.includes(target.name)),
  ];
}

/**
 * Checks the imports of every source file under `root`.
 * @param {string} root
 * @returns {Promise<{ status: number, output: string }>} like a tool's: status 1 and two lines for each fault
 */
export async function checkImports(root) {
  /** @type {string[]} */
  const faults = [];
  /** @type {Map<string, { to: string, line: number }[]>} */
  const graph = new Map();
  for (const from of sources(root)) {
    const imports = readImports(path.join(root, from)).map(({ specifier, line }) => ({
      target: resolve(from, specifier),
      line,
    }));
    graph.set(
      from,
      imports.flatMap(({ target, line }) => (target.kind === 'file' ? [{ to: target.name, line }] : [])),
    );
    for (const { target, line } of imports) {
      for (const { name, instead } of brokenRules(from, target)) {
        faults.push(`${from}:${line}: ${target.name}: ${name}\n  ${instead}`);
      }
    }
  }
  for (const {
    path: [from, ...rest],
    line,
  } of findCircles(graph)) {
    faults.push(`${from}:${line}: ${rest.join(' → ')}: ${circles.name}\n  ${circles.instead}`);
  }
  return { status: faults.length > 0 ? 1 : 0, output: faults.join('\n') };
}
