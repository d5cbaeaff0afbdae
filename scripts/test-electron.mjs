// `npm run test:electron`: the desktop suite on Electron itself, for machines that have its binary (CI gets it with
// `npx install-electron`). There, a suite that cannot find Electron fails instead of being skipped.
import { findElectron } from './find-electron.mjs';
import { say } from './root.mjs';
import { runTool } from './run-tool.mjs';

if (findElectron()) {
  const env = { STUDIO_REAL_ELECTRON: '1' };
  const { status } = await runTool(['vitest', 'vitest'], ['run', 'test/electron'], { show: true, env });
  process.exitCode = status;
} else {
  say("Electron's binary is not installed: npx install-electron gets it");
  process.exitCode = 1;
}
