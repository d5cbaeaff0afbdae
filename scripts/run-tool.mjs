// Runs an installed tool with this Node, without a shell or npx: alike on every platform.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/** @param {string} name a package @param {string} command one of its commands */
function commandPath(name, command) {
  const home = path.join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  return path.join(home, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a tool to its end and keeps what it printed, or passes it on where `show` is set.
 * @param {[name: string, command: string]} tool its package and command
 * @param {string[]} args
 * @param {{ cwd?: string, input?: string, show?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function runTool([name, command], args, { cwd = root, input, show = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [commandPath(name, command), ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
    child.stdin?.end(input);
  });
}
