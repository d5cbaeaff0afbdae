// `npm run package`: the app as its users install it, in dist-app/. Arguments go to electron-builder, such as `--linux deb`; without any it
// makes what is usual on this system. Electron's binary is fetched by electron-builder, so this wants the network.
import path from 'node:path';
import { build } from './build.mjs';
import { makeIcons } from './desktop/make-icons.mjs';
import { root } from './root.mjs';
import { runTool } from './run-tool.mjs';

await build(['engine', 'cli', 'renderer', 'electron']);
await makeIcons(path.join(root, 'dist/icons'));
const args = ['--publish', 'never', ...process.argv.slice(2)];
const { status } = await runTool(['electron-builder', 'electron-builder'], args, { show: true });
process.exitCode = status;
