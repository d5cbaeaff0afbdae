// `npm start`: the studio as a desktop window where that is possible, otherwise as a page on loopback.
import path from 'node:path';
import { build } from './build.mjs';
import { runProgram } from './desktop/run-program.mjs';
import { findElectron, whyNoWindow } from './find-electron.mjs';
import { root, say } from './root.mjs';

const args = process.argv.slice(2);
const electron = findElectron();
const why = whyNoWindow();
await build(['engine', 'cli', 'renderer', 'electron']);
if (electron && why === undefined) {
  runProgram(electron, [path.join(root, 'dist/electron/main.js'), ...args]);
} else {
  say(`no desktop window: ${why}. Serving the studio in the browser instead:`);
  runProgram(process.execPath, [path.join(root, 'dist/cli/cli.js'), 'serve', ...args]);
}
