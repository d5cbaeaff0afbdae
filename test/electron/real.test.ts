import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright-core';
import { describe, it } from 'vitest';
import { findElectron, hasDisplay } from '../../scripts/find-electron.mjs';
import { root } from '../../scripts/root.mjs';
import type { Desktop } from './desktop.ts';
import { describeDesktop } from './desktop-spec.ts';

const executablePath = findElectron();
/** Set by `npm run test:electron`, where Electron has to be there. */
const isWanted = process.env.STUDIO_REAL_ELECTRON === '1';
const missing =
  executablePath === undefined
    ? "Electron's binary is not here (npx install-electron gets it)"
    : 'there is no display';

if ((executablePath !== undefined && hasDisplay()) || isWanted) {
  describe('the desktop, on Electron', () => describeDesktop(bootElectron));
} else {
  it.skip(`the desktop, on Electron: skipped: ${missing}`);
}

/** Runs the built app in Electron itself. */
async function bootElectron(): Promise<Desktop> {
  if (executablePath === undefined) throw new Error(missing);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...sandbox, path.join(root, 'dist/electron/main.js')];
  // Nothing of this computer's own person is read or written.
  const home = mkdtempSync(path.join(tmpdir(), 'studio-person-'));
  const env = { ...process.env, DEPIN_STUDIO_HOME: home };
  const app = await _electron.launch({ executablePath, args, cwd: root, env });
  const page = await app.firstWindow();
  // What the test stands in for is outside the app: the person's choice of a file, and the person's browser.
  await app.evaluate(({ dialog, shell }) => {
    const opened: string[] = [];
    const choices: (string | null)[] = [];
    Object.assign(globalThis, { opened, choices });
    shell.openExternal = async (url) => {
      opened.push(url);
    };
    dialog.showSaveDialog = async () => {
      const filePath = choices.shift() ?? null;
      return { canceled: filePath === null, filePath: filePath ?? '' };
    };
    // The first button: a link is opened, an error is read.
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
  });
  return {
    page,
    async openForeignWindow(url) {
      const opening = app.waitForEvent('window');
      await app.evaluate(
        ({ BrowserWindow }, { url, preload }) => {
          void new BrowserWindow({ webPreferences: { preload, sandbox: true } }).loadURL(url);
        },
        { url, preload: path.join(root, 'dist/electron/preload.cjs') },
      );
      const foreign = await opening;
      await foreign.waitForFunction(() => 'studio' in window);
      return foreign;
    },
    willChoose: (file) => app.evaluate((_, file) => void Reflect.get(globalThis, 'choices').push(file), file),
    openedOutside: () => app.evaluate(() => Reflect.get(globalThis, 'opened')),
    windowCount: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
    async close() {
      await app.close();
      rmSync(home, { recursive: true });
    },
  };
}
