// Starts a program that goes on until the person ends it, and ends as it does.
import { spawn } from 'node:child_process';
import { root } from '../root.mjs';

/** @param {string} command @param {string[]} args */
export function runProgram(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}
