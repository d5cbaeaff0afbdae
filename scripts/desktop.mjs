// `npm run desktop`: the desktop window and nothing else. Gets Electron's binary where it is missing, which wants the network.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { runProgram } from './desktop/run-program.mjs';
import { findElectron, whyNoWindow } from './find-electron.mjs';
import { root, say } from './root.mjs';
import { runTool } from './run-tool.mjs';

/** Electron's own installer, by the name that its package gives it. */
const installer = /** @type {[string, string]} */ (['electron', 'install-electron']);

if (findElectron() === undefined && existsSync(path.join(root, 'node_modules/electron'))) {
  say("getting Electron's binary ...");
  await runTool(installer, [], { show: true }).catch(() => {});
}
const electron = findElectron();
const why = whyNoWindow();
if (electron && why === undefined) {
  await build(['engine', 'cli', 'renderer', 'electron']);
  runProgram(electron, [path.join(root, 'dist/electron/main.js'), ...process.argv.slice(2)]);
} else {
  say(`no desktop window: ${why}. \`npm start\` shows the studio in the browser.`);
  process.exitCode = 1;
}
