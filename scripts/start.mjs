// `npm start`: the studio as a desktop window where that is possible, otherwise as a page on loopback.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';
import { findElectron, hasDisplay } from './find-electron.mjs';
import { root, say } from './root.mjs';

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}

const args = process.argv.slice(2);
const electron = findElectron();
await build(['engine', 'cli', 'renderer', 'electron']);
if (electron && hasDisplay()) {
  run(electron, [path.join(root, 'dist/electron/main.js'), ...args]);
} else {
  const why = electron
    ? 'there is no display'
    : "Electron's binary is not installed (npx install-electron gets it)";
  say(`no desktop window: ${why}. Serving the studio in the browser instead:`);
  run(process.execPath, [path.join(root, 'dist/cli/cli.js'), 'serve', ...args]);
}
